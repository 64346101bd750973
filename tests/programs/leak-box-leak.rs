//! A reference that `Box::leak` has given and that is gone leads nowhere; one that is kept in a `static` leads there
//@ returns: 1 2
//@ leaks: 10, 4 bytes

use std::sync::OnceLock;

static KEPT: OnceLock<&'static u32> = OnceLock::new();

fn main() {
    let gone: &'static u32 = Box::leak(Box::new(1));
    let kept: &'static u32 = KEPT.get_or_init(|| Box::leak(Box::new(2)));
    println!("{gone} {}", unsafe { *std::ptr::from_ref(kept) });
}
