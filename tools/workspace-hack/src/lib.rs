//! One set of features for what several programs of this workspace build on, so that it is compiled once.
//!
//! Cargo compiles a crate once for each set of features that it's asked for. `cargo test` asks for all that anything in the
//! workspace needs, a program that is built or installed by itself for what it needs alone; and whatever builds on such a
//! crate is compiled again with it. So those programs depend on this package, which asks for those features that differ and
//! has no code. The name is the usual one for such a package, by [cargo-hakari](https://docs.rs/cargo-hakari), which writes
//! them for larger workspaces.
