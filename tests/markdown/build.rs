//! Finds the Markdown outside the book, and has skeptic make a test of each Rust snippet in it.
fn main() {}
