//! The preprocessor as mdBook calls it: by its program, with JSON.

use mdbook_preprocessor::PreprocessorContext;
use mdbook_preprocessor::book::{Book, BookItem, Chapter};
use mdbook_preprocessor::config::Config;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;
use toolchain::tested::program;

const CHAPTER: &str =
    "# Queue\n\nTwo tickets, see [](listing:demo/tickets).\n\n{{#listing demo/tickets}}\n\nThe end.\n";

/// The files of a book with one listing and its evidence.
fn little_book() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("rust-toolchain.toml", "[toolchain]\nchannel = \"1.95.0\"\n");
    write(
        "listings/demo/Cargo.toml",
        "bin = [\n    { name = \"tickets\", test = false, bench = false, doc = false },\n]\n\n[package]\nname = \"demo\"\nedition = \"2024\"\n",
    );
    let code = "//! Two tickets, `1` & `2`\n\nfn main() {\n    // ANCHOR: sell\n    println!(\"1 < 2\");\n    // ANCHOR_END: sell\n}\n";
    write("listings/demo/src/bin/tickets.rs", code);
    write("listings/demo/src/bin/tickets.stdout", "1 < 2\n");
    write("listings/numbers.txt", "demo/gone\ndemo/tickets\n");
    folder
}

fn preprocessor(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(program("mdbook-listings"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// What the preprocessor makes of a chapter, or what it says of it.
fn preprocess(root: &Path, renderer: &str, content: &str) -> Result<String, String> {
    preprocess_as_configured(root, Config::default(), renderer, content)
}

fn preprocess_as_configured(root: &Path, config: Config, renderer: &str, content: &str) -> Result<String, String> {
    let context = PreprocessorContext::new(root.to_path_buf(), config, renderer.to_string());
    let chapter = Chapter::new("Queue", content.to_string(), "shop/queue.md", Vec::new());
    let book = Book::new_with_items(vec![BookItem::Chapter(chapter)]);
    let output = preprocessor(&[], &serde_json::to_string(&(context, book)).unwrap());
    if !output.status.success() {
        return Err(String::from_utf8(output.stderr).unwrap());
    }
    let book: Book = serde_json::from_slice(&output.stdout).unwrap();
    let content = book.chapters().next().unwrap().content.clone();
    Ok(content)
}

#[test]
fn it_supports_every_renderer_but_the_one_named_so() {
    assert!(preprocessor(&["supports", "html"], "").status.success());
    assert!(preprocessor(&["supports", "test"], "").status.success());
    assert!(!preprocessor(&["supports", "not-supported"], "").status.success());
}

#[test]
fn pages_that_the_backend_could_not_complete_are_not_begun() {
    let folder = little_book();
    let built_into = |build_dir: &Path, command: &str| {
        let mut config = Config::default();
        config.build.build_dir = build_dir.to_path_buf();
        config.set("output.site.command", command).unwrap();
        preprocess_as_configured(folder.path(), config, "html", CHAPTER)
    };
    let outside = tempfile::tempdir().unwrap();
    let told = built_into(outside.path(), "cargo run --quiet --bin mdbook-site --").unwrap_err();
    assert!(told.contains("is no folder of the book") && told.contains("help: run `cargo book --dest-dir "), "{told}");
    assert!(built_into(outside.path(), "mdbook-site").is_ok());
    assert!(built_into(Path::new("pages"), "cargo run --quiet --bin mdbook-site --").is_ok());
    assert!(built_into(&folder.path().join("pages"), "cargo run --quiet --bin mdbook-site --").is_ok());
}

#[test]
fn for_html_a_listing_becomes_one_block_without_an_empty_line() {
    let folder = little_book();
    let page = preprocess(folder.path(), "html", CHAPTER).unwrap();
    let blocks: Vec<&str> = page.split("\n\n").collect();
    let [title, switch, text, figure, end, foot] = blocks[..] else { panic!("{blocks:#?}") };
    assert_eq!([title, text, end], ["# Queue", "\nTwo tickets, see [Listing\u{a0}2](#demo-tickets).", "The end."]);
    assert!(switch.starts_with("<div class=\"page-predict\">") && foot.starts_with("\n<footer"), "{blocks:#?}");
    assert!(figure.starts_with("<figure"), "{figure}");
    assert!(figure.ends_with("</figure>"), "an empty line would end the HTML: {figure}");
    assert!(figure.contains("Two tickets, <code>1</code> &amp; <code>2</code>"), "{figure}");
    assert!(figure.contains("1 &lt; 2"), "{figure}");
}

#[test]
fn for_what_makes_no_html_a_listing_is_markdown_alone() {
    let folder = little_book();
    let text = preprocess(folder.path(), "typst", CHAPTER).unwrap();
    let expected = "# Queue\n\nTwo tickets, see Listing\u{a0}2.\n\n**Listing 2.** Two tickets, `1` & `2`\n\n\
                    ```rust\nfn main() {\n    println!(\"1 < 2\");\n}\n```\n\n\
                    **It was never checked, and nobody has seen it do what stands below.**\n\n\
                    *Runs.* rustc 1.95.0 compiles it without a warning. It runs to its end and always prints this:\n\n\
                    ```text\n1 < 2\n```\n\n\n\nThe end.\n";
    assert_eq!(text, expected);
}

#[test]
fn an_excerpt_is_shown_and_the_whole_is_tested() {
    let folder = little_book();
    let content = "# Queue\n\n{{#listing demo/tickets:sell}}\n";
    let page = preprocess(folder.path(), "html", content).unwrap();
    assert!(page.contains("--before-first: 1") && !page.contains("hl-keyword"), "{page}");
    let test = preprocess(folder.path(), "test", content).unwrap();
    assert_eq!(test, "# Queue\n\n```rust,edition2024\nfn main() {\n    println!(\"1 < 2\");\n}\n```\n\n");
}

#[test]
fn the_repository_of_the_book_is_linked_where_it_is_known() {
    let folder = little_book();
    let mut context = PreprocessorContext::new(folder.path().to_path_buf(), Config::default(), "html".to_string());
    context.config.set("output.html.git-repository-url", "https://example.org/book/").unwrap();
    let chapter = Chapter::new("Queue", CHAPTER.to_string(), "queue.md", Vec::new());
    let book = Book::new_with_items(vec![BookItem::Chapter(chapter)]);
    let output = preprocessor(&[], &serde_json::to_string(&(context, book)).unwrap());
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.contains("https://example.org/book/blob/HEAD/listings/demo/src/bin/tickets.rs"), "{page}");
}

#[test]
fn every_fault_of_the_book_is_reported_at_once() {
    let folder = little_book();
    std::fs::remove_file(folder.path().join("listings/demo/src/bin/tickets.stdout")).unwrap();
    let content = "# Queue\n\n{{#listing demo/tickets}}\n\n{{#listing demo/rows}}\n";
    let said = preprocess(folder.path(), "html", content).unwrap_err();
    assert_eq!(
        said,
        "listings/demo/src/bin/tickets.rs: has no evidence: listings/demo/src/bin/tickets.stdout is missing\n  \
         help: run `cargo book bless demo/tickets` and read what it writes\n\n\
         src/shop/queue.md:5: there is no listing demo/rows\n  help: `cargo book list` shows them all\n"
    );
}
