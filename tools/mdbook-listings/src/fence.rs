//! A listing as a fenced code block, for rustdoc: `mdbook test` compiles what the reader sees.

use crate::standard;
use catalog::{Intent, Listing};

/// The block, with the attributes that say what rustdoc is to expect.
///
/// It is always the whole listing, also where the page shows an excerpt. Stable rustdoc takes any error for the one
/// that is named; with `RUSTC_BOOTSTRAP=1` it compares the codes.
pub fn fence(listing: &Listing) -> String {
    let attributes = match listing.intent {
        // rustdoc knows no crate but std. The checker compiles it as any other.
        _ if !standard::suffices(&listing.shown.text()) => ",ignore".to_string(),
        Intent::Runs(_) => String::new(),
        Intent::Panics => ",should_panic".to_string(),
        Intent::Hangs | Intent::MayHang | Intent::Races => ",no_run".to_string(),
        Intent::Fails { .. } => {
            let codes: String = listing.codes().iter().flat_map(|code| [",", code]).collect();
            format!(",compile_fail{codes}")
        }
    };
    format!("```rust,edition{}{attributes}\n{}```\n", listing.edition.year(), listing.shown.text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Id, parse};
    use std::path::Path;

    #[test]
    fn a_listing_that_fails_names_its_codes_and_one_that_hangs_is_not_run() {
        let fails =
            "//! A\n//!\n//! If this compiled, x.\n//@ fixed-by: threads/b\n\nfn main() { x } //~ E0425: cannot find\n";
        let id = Id::parse("threads/a").unwrap();
        let listing = parse(id.clone(), Path::new("listings/threads/fails/a.rs"), fails).unwrap();
        assert_eq!(fence(&listing), "```rust,edition2024,compile_fail,E0425\nfn main() { x }\n```\n");
        let hangs = "//! A\n//@ hangs\n\nfn main() {}\n";
        let listing = parse(id, Path::new("listings/threads/src/bin/a.rs"), hangs).unwrap();
        assert_eq!(fence(&listing), "```rust,edition2024,no_run\nfn main() {}\n```\n");
        let with_crate = "//! A\n\nuse tally::Tally;\n\nfn main() {}\n";
        let id = Id::parse("threads/a").unwrap();
        let listing = parse(id, Path::new("listings/threads/src/bin/a.rs"), with_crate).unwrap();
        assert!(fence(&listing).starts_with("```rust,edition2024,ignore\n"));
    }
}
