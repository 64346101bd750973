//! The code in a chapter.

use crate::little_book::LittleBook;
use crate::told;
use expect_test::expect;

#[test]
fn rust_in_a_chapter_is_rejected() {
    LittleBook::sound().saying("```rust\nfn main() {}\n```").is_rejected(expect![[r#"
        src/one.md:7: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_that_is_ignored_is_rejected() {
    LittleBook::sound().saying("```rust,ignore\nfn main() {}\n```").is_rejected(expect![[r#"
        src/one.md:7: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_between_tildes_is_rejected() {
    LittleBook::sound().saying("~~~rust\nfn main() {}\n~~~").is_rejected(expect![[r#"
        src/one.md:7: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_in_a_list_is_rejected() {
    LittleBook::sound().saying("- ```rust\n  fn main() {}\n  ```").is_rejected(expect![[r#"
        src/one.md:7: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_in_a_quotation_is_rejected() {
    LittleBook::sound().saying("> ```rust\n> fn main() {}\n> ```").is_rejected(expect![[r#"
        src/one.md:7: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_in_a_definition_is_rejected() {
    let book = LittleBook::sound().appending("src/one.md", "\nTerm\n: ```rust\n  fn main() {}\n  ```\n");
    book.is_rejected(expect![[r#"
        src/one.md:8: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_in_html_is_rejected() {
    let book = LittleBook::sound().saying("<pre><code class=\"language-rust\">fn main() {}</code></pre>");
    book.is_rejected(expect![[r#"
        src/one.md:7: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_behind_another_language_is_rejected() {
    LittleBook::sound().saying("```console,rust\nfn main() {}\n```").is_rejected(expect![[r#"
        src/one.md:7: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_with_a_capital_is_rejected() {
    LittleBook::sound().saying("```Rust\nfn main() {}\n```").is_rejected(expect![[r#"
        src/one.md:7: a code block of `Rust`, which no test proves
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn rust_known_by_its_attributes_alone_is_rejected() {
    let attributes = ["no_run", "compile_fail", "should_panic", "ignore", "edition2024", "{.rust}"];
    let blocks = attributes.map(|attribute| format!("```{attribute}\nfn main() {{}}\n```"));
    told::each_is_rejected(
        blocks.map(|block| LittleBook::sound().saying(&block)),
        expect![[r#"
            src/one.md:7: a code block of `no_run`, which no test proves
              help: make it a listing and show that; typed blocks may be console, markdown, toml
            ---
            src/one.md:7: a code block of `compile_fail`, which no test proves
              help: make it a listing and show that; typed blocks may be console, markdown, toml
            ---
            src/one.md:7: a code block of `should_panic`, which no test proves
              help: make it a listing and show that; typed blocks may be console, markdown, toml
            ---
            src/one.md:7: a code block of `ignore`, which no test proves
              help: make it a listing and show that; typed blocks may be console, markdown, toml
            ---
            src/one.md:7: a code block of `edition2024`, which no test proves
              help: make it a listing and show that; typed blocks may be console, markdown, toml
            ---
            src/one.md:7: a code block of `{.rust}`, which no test proves
              help: make it a listing and show that; typed blocks may be console, markdown, toml
        "#]],
    );
}

#[test]
fn output_in_a_chapter_is_rejected() {
    LittleBook::sound().saying("```text\nhello\n```").is_rejected(expect![[r#"
        src/one.md:7: a code block of `text`, which no test proves
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}

#[test]
fn a_code_block_without_a_language_is_rejected() {
    let blocks = ["```", "~~~", "````"].map(|fence| format!("{fence}\nfn main() {{}}\n{fence}"));
    told::each_is_rejected(
        blocks.map(|block| LittleBook::sound().saying(&block)),
        expect![[r#"
            src/one.md:7: a code block without a language, which `mdbook test` would take for Rust
              help: make it a listing and show that; typed blocks may be console, markdown, toml
            ---
            src/one.md:7: a code block without a language, which `mdbook test` would take for Rust
              help: make it a listing and show that; typed blocks may be console, markdown, toml
            ---
            src/one.md:7: a code block without a language, which `mdbook test` would take for Rust
              help: make it a listing and show that; typed blocks may be console, markdown, toml
        "#]],
    );
}

#[test]
fn an_indented_code_block_is_rejected() {
    LittleBook::sound().saying("    fn main() {}").is_rejected(expect![[r#"
        src/one.md:7: an indented code block, which `mdbook test` would take for Rust
          help: make it a listing and show that; typed blocks may be console, markdown, toml
    "#]]);
}
