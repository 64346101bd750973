//! Which compiler: rust-toolchain.toml.

use crate::little_book::LittleBook;
use expect_test::expect;

#[test]
fn a_book_that_pins_no_compiler_is_rejected() {
    LittleBook::sound().without("rust-toolchain.toml").gets_no_checker(expect![[r#"
        rust-toolchain.toml: cannot read this file: THERE IS NO SUCH FILE
          help: make sure that it exists and that you may use it
    "#]]);
}

#[test]
fn a_toolchain_file_that_is_none_is_rejected() {
    LittleBook::sound().with("rust-toolchain.toml", "1.95.0\n").gets_no_checker(expect![[r#"
        rust-toolchain.toml: is not a valid toolchain file: key with no value, expected `=`
          help: give it a [toolchain] table with a channel
    "#]]);
}

#[test]
fn a_toolchain_file_without_a_channel_is_rejected() {
    let book = LittleBook::sound().with("rust-toolchain.toml", "[toolchain]\nprofile = \"minimal\"\n");
    book.gets_no_checker(expect![[r#"
        rust-toolchain.toml: is not a valid toolchain file: missing field `channel`
          help: give it a [toolchain] table with a channel
    "#]]);
}

#[test]
fn a_channel_that_moves_is_rejected() {
    let book = LittleBook::sound().with("rust-toolchain.toml", "[toolchain]\nchannel = \"stable\"\n");
    book.gets_no_checker(expect![[r#"
        rust-toolchain.toml: the channel `stable` is not one release
          help: pin a version such as 1.95.0: the compiler's words are evidence and change with it
    "#]]);
}

#[test]
fn another_compiler_than_the_pinned_one_is_rejected() {
    let book = LittleBook::sound().with("rust-toolchain.toml", "[toolchain]\nchannel = \"1.85.0\"\n");
    book.gets_no_checker(expect![[r#"
        rust-toolchain.toml: pins rustc 1.85.0, but this is rustc THIS RELEASE
          help: run through rustup without RUSTUP_TOOLCHAIN or `+…`, or install 1.85.0
    "#]]);
}
