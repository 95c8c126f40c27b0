//! Connections: a socket and a router in, requests served until the server stops.

use std::fmt;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// Marks a response that must not be sent: the connection is cut in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is cut")
    }
}

impl std::error::Error for Cut {}

/// Serves every connection. When this is dropped, they all are.
pub(crate) async fn accept_connections(listener: TcpListener, router: Router) {
    let mut open = JoinSet::new();
    loop {
        // A client that is gone before it is accepted is no reason to stop.
        if let Ok((stream, _)) = listener.accept().await {
            open.spawn(serve_connection(stream, router.clone()));
        }
        while open.try_join_next().is_some() {}
    }
}

async fn serve_connection(stream: TcpStream, router: Router) {
    // Small answers are sent at once; where that can't be set they are merely slower.
    let _ = stream.set_nodelay(true);
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |request: Request<Incoming>| {
        let answer = router.call(request.map(Body::new));
        async move {
            match answer.await {
                Ok(response) => check_cut(response),
                Err(never) => match never {},
            }
        }
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new());
    // What goes wrong on a connection is the client's to see.
    let _ = server.serve_connection(TokioIo::new(stream), service).await;
}

fn check_cut(response: Response<Body>) -> Result<Response<Body>, Cut> {
    match response.extensions().get::<Cut>() {
        Some(cut) => Err(*cut),
        None => Ok(response),
    }
}
