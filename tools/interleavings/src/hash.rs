//! Hashes of 128 bits, so that among a million values no two collide.

use std::hash::{Hash, Hasher};
use xxhash_rust::xxh3::xxh3_128;

/// The hash of a value.
pub fn hash(value: &(impl Hash + ?Sized)) -> u128 {
    let mut bytes = Bytes(Vec::with_capacity(256));
    value.hash(&mut bytes);
    xxh3_128(&bytes.0)
}

/// All bytes of a value, one after the other.
struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        xxh3_128(&self.0) as u64
    }
}
