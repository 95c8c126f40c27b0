//! Downloads by the blocking client.

use std::io::Read;

use ureq::BodyReader;

use super::BlockingClient;
use super::error::{is_connect_error, to_transport_error};
use crate::transport::download::{DownloadStream, DownloadTransport};
use crate::transport::error::TransportError;
use crate::transport::limits::CHUNK_SIZE;

/// The contents of a file that [`BlockingClient`] downloads.
pub struct BlockingDownload {
    content_length: Option<u64>,
    body: BodyReader<'static>,
}

impl DownloadTransport for BlockingClient {
    type Stream = BlockingDownload;

    async fn download(&self, url: &str) -> Result<(u16, BlockingDownload), TransportError> {
        let response = self.agent.get(url).call().map_err(|error| {
            let started = !is_connect_error(&error);
            to_transport_error(error, started)
        })?;
        let status = response.status().as_u16();
        let body = response.into_body();
        let stream = BlockingDownload {
            content_length: body.content_length(),
            body: body.into_reader(),
        };
        Ok((status, stream))
    }
}

impl DownloadStream for BlockingDownload {
    fn content_length(&self) -> Option<u64> {
        self.content_length
    }

    async fn next_chunk(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        let mut chunk = vec![0; CHUNK_SIZE];
        let length = self
            .body
            .read(&mut chunk)
            .map_err(|error| to_transport_error(error.into(), true))?;
        chunk.truncate(length);
        Ok((length > 0).then_some(chunk))
    }
}
