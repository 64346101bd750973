//! The manifest of a part.

use crate::little_book::{LittleBook, MANIFEST};
use expect_test::expect;

#[test]
fn a_manifest_that_is_none_is_rejected() {
    LittleBook::sound().with(MANIFEST, "package = {\n").is_rejected(expect![[r#"
        listings/demo/Cargo.toml: is not a valid Cargo manifest: unclosed inline table, expected `}`
          help: correct it by hand
    "#]]);
}

#[test]
fn a_manifest_that_leaves_a_program_out_is_rejected() {
    LittleBook::sound()
        .replacing(MANIFEST, "    { name = \"greeting\", test = false, bench = false, doc = false },\n", "")
        .is_rejected(expect![[r#"
            listings/demo/Cargo.toml: does not list the program greeting
              help: run `cargo book bless`, which maintains that list
        "#]]);
}

#[test]
fn a_manifest_that_names_a_program_too_many_is_rejected() {
    LittleBook::sound()
        .replacing(
            MANIFEST,
            "bin = [\n",
            "bin = [\n    { name = \"gone\", test = false, bench = false, doc = false },\n",
        )
        .is_rejected(expect![[r#"
            listings/demo/Cargo.toml: lists the program gone, which does not exist
              help: run `cargo book bless`, which maintains that list
        "#]]);
}

#[test]
fn a_manifest_that_builds_a_listing_from_another_file_is_rejected() {
    LittleBook::sound()
        .replacing(MANIFEST, "name = \"greeting\",", "name = \"greeting\", path = \"src/bin/coin.rs\",")
        .is_rejected(expect![[r#"
            listings/demo/Cargo.toml: does not list the program greeting as `cargo book bless` writes it
              help: run `cargo book bless`, which maintains that list
        "#]]);
}

#[test]
fn a_part_whose_package_has_another_name_is_rejected() {
    LittleBook::sound().replacing(MANIFEST, "name = \"demo\"", "name = \"domo\"").is_rejected(expect![[r#"
        listings/demo/Cargo.toml: its package is called `domo`
          help: give it the name of its folder, `demo`
    "#]]);
}

#[test]
fn a_manifest_with_no_list_to_keep_is_left_alone() {
    LittleBook::sound().with(MANIFEST, "[package]\nname = \"demo\"\nedition = \"2024\"\n").keeps_no_list_of_programs(
        expect![[r#"
            listings/demo/Cargo.toml: has no list of programs for bless to maintain
              help: put these two lines before [package]: `bin = [` and `]`
        "#]],
    );
}

#[test]
fn a_part_of_an_edition_that_there_is_not_is_rejected() {
    LittleBook::sound().replacing(MANIFEST, "\"2024\"", "\"2023\"").is_rejected(expect![[r#"
        listings/demo/Cargo.toml: its package has an edition that does not exist
          help: give it 2015, 2018, 2021 or 2024; or `edition.workspace = true`, if the workspace has one
    "#]]);
}

#[test]
fn a_part_that_silences_the_compiler_is_rejected() {
    LittleBook::sound().appending(MANIFEST, "\n[lints.rust]\nunused = \"allow\"\n").is_rejected(expect![[r#"
        listings/demo/Cargo.toml:12: has `[lints]`, which changes what the compiler says about the listings of this part and of no other
          help: remove it, and mend what the compiler then warns of: whoever compiles the listing is warned as well
    "#]]);
}

#[test]
fn a_part_with_the_lints_of_the_workspace_is_rejected() {
    LittleBook::sound()
        .replacing(MANIFEST, "[package]", "lints.workspace = true\n\n[package]")
        .is_rejected(expect![[r#"
            listings/demo/Cargo.toml:8: has `[lints]`, which changes what the compiler says about the listings of this part and of no other
              help: remove it, and mend what the compiler then warns of: whoever compiles the listing is warned as well
        "#]]);
}
