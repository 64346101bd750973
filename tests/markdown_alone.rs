//! The book for a renderer that makes no HTML: all of it is Markdown, and nothing of a listing is lost.

use catalog::{Catalog, EvidenceKind, Intent};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use mdbook_listings::Listings;
use pulldown_cmark::{Event, Options, Parser};
use std::fs;
use std::path::Path;
use std::str::FromStr;

/// What chapters keep for the backend of the pages to fill.
const PLACES: [&str; 3] =
    ["<div class=\"verification\"></div>", "<div class=\"downloads\"></div>", "<div class=\"whole-book\"></div>"];

#[test]
fn every_chapter_is_markdown_alone_and_every_listing_is_there_with_its_evidence() {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("run by Cargo, which gives the folder");
    let folder = tempfile::tempdir().unwrap();
    // mdBook's own renderer, which passes on what the preprocessors have made.
    let config = Config::from_str("[preprocessor.listings]\n[output.markdown]\n").unwrap();
    let mut book = MDBook::load_with_config(&root, config).unwrap();
    book.config.build.build_dir = folder.path().to_path_buf();
    book.with_preprocessor(Listings);
    book.build().unwrap();

    let catalog = Catalog::load(Path::new(&root)).unwrap();
    let chapters = chapters::Book::load(Path::new(&root)).unwrap();
    for chapter in &chapters.chapters {
        let text = fs::read_to_string(folder.path().join(&chapter.path)).unwrap();
        for (event, range) in Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter() {
            let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
            assert!(
                html.trim().is_empty() || PLACES.contains(&html.trim()),
                "{}:{}: {html}",
                chapter.path.display(),
                text[..range.start].matches('\n').count() + 1
            );
        }
        for choice in chapter.choices.iter().flat_map(|choices| &choices.list) {
            // Before the evidence what can be chosen, and after it the answer.
            let (listed, _) = text.split_once(&format!(": {}\n", choice.words)).expect(&choice.words);
            let said = if choice.judgement == chapters::Judgement::Right { "is right.*" } else { "is not so.*" };
            assert!(text[listed.len()..].contains(said), "{}", choice.words);
        }
        assert!(!text.contains("](right:") && !text.contains("](wrong:"), "{}", chapter.path.display());
        for show in chapter.shows() {
            let listing = &catalog.listings[&show.id];
            let (evidence, _) = catalog.evidence(listing);
            assert!(
                text.contains(&format!("\n**Listing {}.** ", catalog.numbers.of(&show.id).unwrap())),
                "{}",
                show.id
            );
            let kind = match listing.intent {
                Intent::Fails { .. } => EvidenceKind::Stderr,
                _ => EvidenceKind::Stdout,
            };
            // The folder in which std was compiled says nothing to a reader.
            let expected: String = evidence
                .text(kind)
                .split("/rustc/")
                .map(|piece| piece.split_once('/').filter(|(hash, _)| hash.len() == 40).map_or(piece, |(_, rest)| rest))
                .collect();
            assert!(text.contains(expected.trim_end_matches('\n')), "{}:\n{text}", show.id);
        }
    }
}
