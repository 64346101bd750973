//! A link with which a reader takes a listing to the Rust Playground. Nothing is asked of it before the link is followed.

use crate::standard;
use catalog::{Intent, Listing};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where the code goes, for the words of the link.
pub const HOST: &str = "play.rust-lang.org";

/// What stands for itself in the query of an address, and in an address that is the data.
pub const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'(')
    .remove(b')')
    .remove(b'!')
    .remove(b'*')
    .remove(b'\'')
    .remove(b':')
    .remove(b';')
    .remove(b',')
    .remove(b'/')
    .remove(b'=');

/// Servers refuse addresses that are longer than some limit; this length passes everywhere.
const LONGEST: usize = 8000;

/// The address that opens the Playground with this listing's code. None if it would be too long, if the listing needs a
/// crate, which the Playground may not have, or if it must not be run.
pub fn address(listing: &Listing) -> Option<String> {
    let code = listing.shown.text();
    if !standard::suffices(&code) || listing.intent == Intent::Races {
        return None;
    }
    let code = utf8_percent_encode(&code, QUERY);
    let address = format!("https://{HOST}/?version=stable&mode=debug&edition={}&code={code}", listing.edition.year());
    (address.len() <= LONGEST).then_some(address)
}
