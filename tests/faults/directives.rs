//! The directives of a chapter.

use crate::little_book::LittleBook;
use expect_test::expect;

#[test]
fn a_directive_without_an_id_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing}}\n").is_rejected(expect![[r#"
        src/one.md:7: `` is not the id of a listing
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_with_half_an_id_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing coin}}\n").is_rejected(expect![[r#"
        src/one.md:7: `coin` is not the id of a listing
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_with_an_unknown_option_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing demo/coin guess}}\n").is_rejected(expect![[r#"
        src/one.md:7: unknown option `guess`
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn two_directives_in_one_paragraph_are_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing demo/coin}}\n{{#listing demo/lent}}\n").is_rejected(
        expect![[r#"
            src/one.md:7: this directive does not stand alone in its paragraph
              help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
        "#]],
    );
}

#[test]
fn a_directive_in_a_sentence_is_rejected() {
    LittleBook::sound().saying("See {{#listing demo/coin}}.").is_rejected(expect![[r#"
        src/one.md:7: a directive stands in the middle of something else
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_in_a_heading_is_rejected() {
    LittleBook::sound().saying("## {{#listing demo/coin}}").is_rejected(expect![[r#"
        src/one.md:7: a directive stands in the middle of something else
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_in_a_list_is_rejected() {
    LittleBook::sound().saying("- {{#listing demo/coin}}").is_rejected(expect![[r#"
        src/one.md:7: a directive stands in the middle of something else
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_in_a_list_with_space_is_rejected() {
    LittleBook::sound().saying("- {{#listing demo/coin}}\n\n- and more").is_rejected(expect![[r#"
        src/one.md:7: a directive stands in the middle of something else
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_in_a_quotation_is_rejected() {
    LittleBook::sound().saying("> {{#listing demo/coin}}").is_rejected(expect![[r#"
        src/one.md:7: a directive stands in the middle of something else
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_in_a_footnote_is_rejected() {
    LittleBook::sound()
        .appending("src/one.md", "\nWords.[^1]\n\n[^1]: {{#listing demo/coin}}\n")
        .is_rejected(expect![[r#"
            src/one.md:9: a directive stands in the middle of something else
              help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
        "#]]);
}

#[test]
fn a_directive_in_a_table_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n| A |\n|---|\n| {{#listing demo/coin}} |\n").is_rejected(expect![[r#"
        src/one.md:9: a directive stands in the middle of something else
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_in_html_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n<div>\n{{#listing demo/coin}}\n</div>\n").is_rejected(expect![[r#"
        src/one.md:8: a directive stands in the middle of something else
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_in_html_amid_a_sentence_is_rejected() {
    LittleBook::sound().saying("See <b title=\"{{#listing demo/coin}}\">this</b>.").is_rejected(expect![[r#"
        src/one.md:7: a directive stands in the middle of something else
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_in_other_letters_is_rejected() {
    LittleBook::sound().saying("{{#Listing demo/coin}}").is_rejected(expect![[r#"
        src/one.md:7: `{{#Listing demo/coin}}` is no directive of this book
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_misspelt_directive_is_rejected() {
    LittleBook::sound().saying("{{#lisitng demo/coin}}").is_rejected(expect![[r#"
        src/one.md:7: `{{#lisitng demo/coin}}` is no directive of this book
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_with_a_space_too_many_is_rejected() {
    LittleBook::sound().saying("{{ #listing demo/coin }}").is_rejected(expect![[r#"
        src/one.md:7: `{{ #listing demo/coin }}` is no directive of this book
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_without_its_sign_is_rejected() {
    LittleBook::sound().saying("{{listing demo/coin}}").is_rejected(expect![[r#"
        src/one.md:7: `{{listing demo/coin}}` is no directive of this book
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_of_mdbook_that_brings_in_rust_is_rejected() {
    LittleBook::sound().saying("{{#playground ../listings/demo/src/bin/coin.rs}}").is_rejected(expect![[r#"
        src/one.md:7: `{{#playground ../listings/demo/src/bin/coin.rs}}` is no directive of this book
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_of_mdbook_that_brings_in_a_file_is_rejected() {
    LittleBook::sound().saying("{{#include ../listings/demo/src/bin/greeting.stdout}}").is_rejected(expect![[r#"
        src/one.md:7: `{{#include ../listings/demo/src/bin/greeting.stdout}}` is no directive of this book
          help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
    "#]]);
}

#[test]
fn a_directive_of_mdbook_in_a_code_block_is_rejected() {
    LittleBook::sound()
        .appending("src/one.md", "\n```console\n$ {{#include ../listings/demo/src/bin/greeting.stdout}}\n```\n")
        .is_rejected(expect![[r#"
            src/one.md:8: `{{#include ../listings/demo/src/bin/greeting.stdout}}` is no directive of this book
              help: write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, `predict` behind it to fold the evidence
        "#]]);
}
