//! Files that the blocking client fetches.

use std::io::Read;

use ureq::BodyReader;

use super::BlockingClient;
use super::failure::{failure, is_connect};
use crate::bot::download::{Contents, Fetch};
use crate::bot::transport::PIECE;
use crate::error::failure::Failure;

/// A file that [`BlockingClient`] fetches.
pub struct BlockingFetched {
    length: Option<u64>,
    body: BodyReader<'static>,
}

impl Fetch for BlockingClient {
    type Contents = BlockingFetched;

    async fn fetch(&self, url: &str) -> Result<(u16, BlockingFetched), Failure> {
        let response = self.agent.get(url).call();
        let response = response.map_err(|error| {
            let started = !is_connect(&error);
            failure(error, started)
        })?;
        let status = response.status().as_u16();
        let body = response.into_body();
        let length = body.content_length();
        let body = body.into_reader();
        Ok((status, BlockingFetched { length, body }))
    }
}

impl Contents for BlockingFetched {
    fn length(&self) -> Option<u64> {
        self.length
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        let mut piece = vec![0; PIECE];
        let read = self.body.read(&mut piece);
        let length = read.map_err(|error| failure(error.into(), true))?;
        piece.truncate(length);
        Ok((length > 0).then_some(piece))
    }
}
