//! What a chapter may not have, since no test reads it.

use crate::little_book::LittleBook;
use crate::told;
use expect_test::expect;

#[test]
fn html_in_a_chapter_is_rejected() {
    let html = [
        "<pre>goodbye</pre>",
        "<script>alert(1)</script>",
        "<p onclick=\"alert(1)\">Click</p>",
        "See <b onclick=\"alert(1)\">this</b>.",
        "<img src=\"gone.png\">",
        "<!-- to do -->",
    ];
    told::each_is_rejected(
        html.map(|html| LittleBook::sound().saying(html)),
        expect![[r#"
            src/one.md:7: HTML in a chapter, which no test reads
              help: write Markdown; what a listing does stands below it, and the only HTML is that of the places that the backend fills
            ---
            src/one.md:7: HTML in a chapter, which no test reads
              help: write Markdown; what a listing does stands below it, and the only HTML is that of the places that the backend fills
            ---
            src/one.md:7: HTML in a chapter, which no test reads
              help: write Markdown; what a listing does stands below it, and the only HTML is that of the places that the backend fills
            ---
            src/one.md:7: HTML in a chapter, which no test reads
              help: write Markdown; what a listing does stands below it, and the only HTML is that of the places that the backend fills
            ---
            src/one.md:7: HTML in a chapter, which no test reads
              help: write Markdown; what a listing does stands below it, and the only HTML is that of the places that the backend fills
            ---
            src/one.md:7: HTML in a chapter, which no test reads
              help: write Markdown; what a listing does stands below it, and the only HTML is that of the places that the backend fills
        "#]],
    );
    LittleBook::sound().appending("src/one.md", "\n<div class=\"downloads\"></div>\n").is_accepted();
}

#[test]
fn a_script_in_a_link_or_a_heading_is_rejected() {
    LittleBook::sound().saying("[Click](javascript:alert(1))").is_rejected(expect![[r#"
        src/one.md:7: a link to `javascript:alert(1)`
          help: the schemes of links are listing, count, time, version, right, wrong, https, http, mailto
    "#]]);
    LittleBook::sound().saying("## Click { onclick=alert(1) }").is_rejected(expect![[r#"
        src/one.md:7: a heading with the attribute `onclick`
          help: a heading may have an id, and nothing else
    "#]]);
}

#[test]
fn output_in_a_block_of_commands_is_rejected() {
    let fence = |text: &str| format!("```console\n$ cargo run \\\n    --bin greeting\n{text}```\n");
    let book = LittleBook::sound().appending("src/one.md", &format!("\n{}", fence("hello\ngoodbye\n")));
    book.is_rejected(expect![[r#"
        src/one.md:10: output in a block of commands, which no test proves
          help: keep the commands, each behind `$ `: what they print is seen below a listing, or described
    "#]]);
    LittleBook::sound().appending("src/one.md", &format!("\n{}", fence("\n$ cargo test\n"))).is_accepted();
}

#[test]
fn an_image_that_does_not_exist_is_rejected() {
    LittleBook::sound().saying("![A](gone.png)").is_rejected(expect![[r#"
        src/one.md:7: there is no image gone.png
          help: put the file beside the chapter: a page needs no network
    "#]]);
    let elsewhere = "https://example.org/a.png";
    LittleBook::sound().saying(&format!("![A]({elsewhere})")).is_rejected(expect![[r#"
        src/one.md:7: there is no image https://example.org/a.png
          help: put the file beside the chapter: a page needs no network
    "#]]);
    LittleBook::sound().with("src/here.svg", "<svg/>").appending("src/one.md", "\n![A](here.svg)\n").is_accepted();
}

#[test]
fn the_number_of_a_listing_that_is_typed_is_rejected() {
    let words = ["See Listing 999.", "See listings\u{a0}3 and 4."];
    told::each_is_rejected(
        words.map(|words| LittleBook::sound().saying(words)),
        expect![[r#"
            src/one.md:7: a listing's number that is typed, so that nothing tests it
              help: refer to the listing: `[](listing:part/name)` is its number
            ---
            src/one.md:7: a listing's number that is typed, so that nothing tests it
              help: refer to the listing: `[](listing:part/name)` is its number
        "#]],
    );
}

#[test]
fn a_neighbour_that_is_another_chapter_is_rejected() {
    LittleBook::sound().saying("The next chapter says so.").is_rejected(expect![[r#"
        src/one.md:7: `next chapter` is no link, and is two.md
          help: link it to the chapter that is meant, so that two chapters which change places are noticed
    "#]]);
    let linked = "See [the next chapter](two.md#two), the following chapters, and a chapter before them.";
    let book = LittleBook::sound().appending("src/one.md", &format!("\n{linked}\n"));
    book.is_accepted();
    book.replacing("src/SUMMARY.md", "- [One](one.md)\n- [Two](two.md)", "- [Two](two.md)\n- [One](one.md)")
        .is_rejected(expect![[r#"
            src/one.md:7: `next chapter` leads to two.md, and is nowhere
              help: link it to the chapter that is meant, so that two chapters which change places are noticed
        "#]]);
    let words = ["As in the next\nchapter.", "As in the preceding *chapter*.", "As in the last chapter."];
    told::each_is_rejected(
        words.map(|words| LittleBook::sound().saying(words)),
        expect![[r#"
            src/one.md:7: `next chapter` is no link, and is two.md
              help: link it to the chapter that is meant, so that two chapters which change places are noticed
            ---
            src/one.md:7: `preceding chapter` is no link, and is nowhere
              help: link it to the chapter that is meant, so that two chapters which change places are noticed
            ---
            src/one.md:7: `the last chapter` is no link, and is nowhere
              help: link it to the chapter that is meant, so that two chapters which change places are noticed
        "#]],
    );
    LittleBook::sound().saying("As in [the chapter before](one.md).").is_rejected(expect![[r#"
        src/one.md:7: `the chapter before` leads to one.md, and is nowhere
          help: link it to the chapter that is meant, so that two chapters which change places are noticed
    "#]]);
}

#[test]
fn a_version_is_that_of_cargo_lock_and_without_a_crate_there_is_none() {
    let said = LittleBook::sound().saying("With rayon [](version:rayon).");
    said.is_rejected(expect![[r#"
        src/one.md:7: there is no version of `rayon`, since no part's listings can use such a crate
          help: name one of the `[dependencies]` of a part, as in `[](version:rayon)`
    "#]]);
    let asked = said.appending("listings/demo/Cargo.toml", "\n[dependencies]\nrayon = \"1\"\n");
    asked.is_rejected(expect![[r#"
        listings/demo/Cargo.toml: Cargo.lock has no version of `rayon`, which this part's listings can use
          help: run `cargo build --package demo`, and commit Cargo.lock
    "#]]);
    let locked = "version = 4\n[[package]]\nname = \"demo\"\nversion = \"0.0.0\"\ndependencies = [\"rayon\"]\n\
                  [[package]]\nname = \"rayon\"\nversion = \"1.12.3\"\n";
    let page = asked.with("Cargo.lock", locked).page("one.html");
    assert!(page.contains("<p>With rayon 1.12.3.</p>"), "{page}");
}

#[test]
fn a_number_that_the_evidence_denies_is_rejected() {
    LittleBook::sound().saying("It has [three](count:demo/coin/outcomes) outcomes.").is_rejected(expect![[r#"
        src/one.md:7: says three, and the evidence of demo/coin has 2 outcomes
          help: write `two` or `2`, or leave the link empty, `[](count:…)`, and the number is filled in
    "#]]);
    LittleBook::sound().saying("It has [](count:demo/coin/schedules) schedules.").is_rejected(expect![[r#"
        src/one.md:7: the evidence of demo/coin has no number of schedules
          help: it has a number of outcomes
    "#]]);
    LittleBook::sound().saying("It has [](count:demo/greeting/states) states.").is_rejected(expect![[r#"
        src/one.md:7: the evidence of demo/greeting has no number of states
          help: it has no number at all: name a listing that says `//@ schedules`, or write the number without a link
    "#]]);
    LittleBook::sound().saying("It has [](count:demo/coins/outcomes) outcomes.").is_rejected(expect![[r#"
        src/one.md:7: there is no listing demo/coins
          help: is it `demo/coin`?
    "#]]);
    LittleBook::sound().saying("It has [](count:demo/coin/sides) sides.").is_rejected(expect![[r#"
        src/one.md:7: `[](count:demo/coin/sides)` is no number that the catalog knows
          help: write `[](count:part/name/outcomes)`, or `schedules`, or `states`; of the whole book, `[](count:listings)`, or `explored`, `outcomes`, `schedules`
    "#]]);
    let book = LittleBook::sound().appending(
        "src/one.md",
        "\n[Two](count:demo/coin/outcomes) and [](count:demo/coin/outcomes), [2](count:demo/coin/outcomes).\n",
    );
    book.is_accepted();
    let page = book.page("one.html");
    assert!(page.contains("<p>Two and two, 2.</p>"), "{page}");
}

#[test]
fn a_code_that_no_listing_has_is_rejected() {
    let words = ["It is E9999.", "Ask `rustc --explain E9999`.", "```console\n$ rustc --explain E9999\n```"];
    told::each_is_rejected(
        words.map(|words| LittleBook::sound().saying(words)),
        expect![[r#"
            src/one.md:7: names E9999, and no listing has that error
              help: correct the code, or show a listing that the compiler refuses with it
            ---
            src/one.md:7: names E9999, and no listing has that error
              help: correct the code, or show a listing that the compiler refuses with it
            ---
            src/one.md:8: names E9999, and no listing has that error
              help: correct the code, or show a listing that the compiler refuses with it
        "#]],
    );
    LittleBook::sound().appending("src/one.md", "\nIt is E0382, and neither E03821 nor XE0381.\n").is_accepted();
}

#[test]
fn a_chapter_without_a_section_that_the_others_have_is_rejected() {
    let questions = "**One?**\n\nA.\n\n**Two?**\n\nA.\n\n**Three?**\n\nA.\n\n**Why?**\n\nA.\n\n\
                     **Repair it.**\n\nAs in [](listing:demo/lent).\n";
    let asking = format!("\n## Remember\n\n## Questions\n\n{questions}");
    LittleBook::sound().appending("src/one.md", &asking).is_rejected(expect![[r#"
        src/two.md: has no section `## Remember`
          help: write it, as in src/one.md: a reader looks for it in each chapter

        src/two.md: has no section `## Questions`
          help: write it, as in src/one.md: a reader looks for it in each chapter
    "#]]);
    LittleBook::sound()
        .appending("src/one.md", "\n## Remember\n")
        .appending("src/two.md", "\n## Remember\n")
        .is_accepted();
}

#[test]
fn a_promise_without_a_place_is_rejected() {
    let promises =
        ["How much it is, a later\npart measures.", "Clocks have a chapter later.", "A clock *has its chapter*."];
    told::each_is_rejected(
        promises.map(|promise| LittleBook::sound().saying(promise)),
        expect![[r#"
            src/one.md:7: `later part` promises something, and no word of it is a link
              help: link it to the section that keeps the promise, or say it so that it promises nothing
            ---
            src/one.md:7: `chapter later` promises something, and no word of it is a link
              help: link it to the section that keeps the promise, or say it so that it promises nothing
            ---
            src/one.md:7: `has its chapter` promises something, and no word of it is a link
              help: link it to the section that keeps the promise, or say it so that it promises nothing
        "#]],
    );
    LittleBook::sound().saying("Clocks have [a chapter](two.md) later, and a later edition.").is_accepted();
}
