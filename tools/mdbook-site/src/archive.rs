//! Zip files whose bytes depend on what is in them and on nothing else.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Files by their paths, and so in the order of these.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The bytes of a zip file. Every file in it has the first time that a zip can name, 1980.
pub fn zip(files: &Files) -> anyhow::Result<Vec<u8>> {
    let deflated = options(CompressionMethod::Deflated);
    written(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice(), deflated)))
}

/// The bytes of a zip file that begins with a file which is not compressed, as EPUB asks.
pub fn zip_after(first: (&str, &[u8]), files: &Files) -> anyhow::Result<Vec<u8>> {
    let deflated = options(CompressionMethod::Deflated);
    let rest = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice(), deflated));
    written([(first.0, first.1, options(CompressionMethod::Stored))].into_iter().chain(rest))
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

fn written<'a>(files: impl Iterator<Item = (&'a str, &'a [u8], SimpleFileOptions)>) -> anyhow::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes, options) in files {
        archive.start_file(path, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
