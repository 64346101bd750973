//! A picture of the book as a PNG: the cover of the EPUB, and what other sites show where somebody links to a page.

use anyhow::{Context, ensure};
use std::path::Path;

/// One picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// The first bytes of every PNG, up to the name of its head.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

impl Picture {
    /// Reads the picture that the `setting` of `[output.site]` names, `file` being relative to the `root` of the book.
    ///
    /// # Errors
    /// The file cannot be read, or is no PNG.
    pub fn read(root: &Path, setting: &str, file: &Path) -> anyhow::Result<Picture> {
        let bytes = std::fs::read(root.join(file))
            .with_context(|| format!("cannot read {}, the `{setting}` of [output.site]", file.display()))?;
        let (width, height) =
            size(&bytes).with_context(|| format!("{}, the `{setting}` of [output.site], is no PNG", file.display()))?;
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        ensure!(width > 0 && height > 0, "{} has no size", file.display());
        Ok(Picture { name, bytes, width, height })
    }
}

/// Width and height, as they stand in the head of a PNG.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = bytes.strip_prefix(PNG)?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    Some((number(0)?, number(4)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_png_says_how_large_it_is_and_another_file_is_none() {
        let png = [PNG, &[0, 0, 4, 176, 0, 0, 2, 118, 8]].concat();
        assert_eq!(size(&png), Some((1200, 630)));
        assert_eq!(size(&png[..20]), None);
        assert_eq!(size(b"<svg/>"), None);
    }
}
