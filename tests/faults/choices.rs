//! Choices that the evidence denies, or cannot decide, and lists that are none.

use crate::little_book::{COIN, LittleBook};
use crate::told;
use expect_test::expect;

/// The sound book, whose coin shows heads or tails and is asked about, with these choices below it.
fn choosing(choices: &str) -> LittleBook {
    LittleBook::sound().saying(choices)
}

#[test]
fn choices_that_the_evidence_bears_out_are_accepted() {
    choosing("- [`heads`, each time](wrong:always) No.\n- [One of two](right:several) Yes.\n\n  Two outcomes are declared.\n- [`edge`](wrong:prints) No.").is_accepted();
    choosing("- [It lands](right:because) Yes.\n- [It never lands](wrong:hangs) No.").is_accepted();
}

#[test]
fn a_choice_called_right_that_the_evidence_denies_is_rejected() {
    let right = [
        "[`heads`](right:always)",
        "[`edge`](right:prints)",
        "[It fails](right:fails)",
        "[E](right:E0382)",
        "[7](right:line-3)",
        "[1](right:one)",
    ];
    told::each_is_rejected(
        right.map(|choice| choosing(&format!("- {choice} Yes.\n- [b](wrong:hangs) No."))),
        expect![[r#"
            src/one.md:7: calls “`heads`” right, and the evidence of demo/coin denies it
              help: it prints `heads`, or `tails`: correct the choice
            ---
            src/one.md:7: calls “`edge`” right, and the evidence of demo/coin denies it
              help: it prints `heads`, or `tails`: correct the choice
            ---
            src/one.md:7: calls “It fails” right, and the evidence of demo/coin denies it
              help: its verdict is `runs`: correct the choice
            ---
            src/one.md:7: calls “E” right, and the evidence of demo/coin denies it
              help: its verdict is `runs`: correct the choice
            ---
            src/one.md:7: calls “7” right, and the evidence of demo/coin denies it
              help: no line of it is blamed: correct the choice
            ---
            src/one.md:7: calls “1” right, and the evidence of demo/coin denies it
              help: it prints `heads`, or `tails`: correct the choice
        "#]],
    );
}

#[test]
fn a_choice_called_wrong_that_the_evidence_confirms_is_rejected() {
    let wrong = ["[`tails`](wrong:prints)", "[It runs](wrong:runs)", "[2](wrong:several)", "[heads](wrong:ends)"];
    told::each_is_rejected(
        wrong.map(|choice| choosing(&format!("- [a](right:runs) Yes.\n- {choice} No."))),
        expect![[r#"
            src/one.md:8: calls “`tails`” wrong, and the evidence of demo/coin confirms it
              help: it prints `heads`, or `tails`: correct the choice
            ---
            src/one.md:8: calls “It runs” wrong, and the evidence of demo/coin confirms it
              help: its verdict is `runs`: correct the choice
            ---
            src/one.md:8: calls “2” wrong, and the evidence of demo/coin confirms it
              help: it prints `heads`, or `tails`: correct the choice
            ---
            src/one.md:8: calls “heads” wrong, and the evidence of demo/coin confirms it
              help: it prints `heads`, or `tails`: correct the choice
        "#]],
    );
}

#[test]
fn a_choice_that_the_evidence_does_not_decide_is_rejected() {
    let sound = || {
        LittleBook::sound()
            .with(COIN, "//! A coin\n//@ unordered\n\nfn main() {\n    println!(\"a\");\n    println!(\"b\");\n}\n")
    };
    let book =
        sound().with("listings/demo/src/bin/coin.stdout", "a\nb\n").without("listings/demo/src/bin/coin.outcomes");
    book.saying("- [`b | a`](right:prints) Yes.\n- [It hangs](wrong:hangs) No.").is_rejected(expect![[r#"
        src/one.md:7: the evidence of demo/coin does not decide “`b | a`”: it is `unordered`, so that the order of its lines is not told
          help: let it be explored, `//@ schedules`, or claim something of a line that it never prints
    "#]]);
    let choices = ["[E](wrong:E0999)", "[`a` and `b`](wrong:prints)", "[99](wrong:line-99)"];
    told::each_is_rejected(
        choices.map(|choice| choosing(&format!("- [a](right:runs) Yes.\n- {choice} No."))),
        expect![[r#"
            src/one.md:8: the evidence of demo/coin does not decide “E”: no listing of the book has the error E0999, so nothing shows that it exists
              help: name one that a listing has
            ---
            src/one.md:8: the evidence of demo/coin does not decide “`a` and `b`”: its words have several pieces of code, but it makes a claim about one
              help: write what it prints as one piece, lines divided by ` | `
            ---
            src/one.md:8: the evidence of demo/coin does not decide “99”: the listing has 6 lines
              help: name one of them, as the page counts them
        "#]],
    );
}

#[test]
fn a_list_that_is_no_choice_is_rejected() {
    let lists = [
        "- [a](right:runs) Yes.\n- [b](wrong:print) No.",
        "- [a](right:runs) Yes.\n- b",
        "- [a](right:runs) Yes.",
        "- [a](right:runs) Yes.\n- [b](right:several) Yes.",
        "- [a](right:runs) Yes.\n- [b](wrong:fails)",
        "Text.\n\n- [a](right:runs) Yes.\n- [b](wrong:fails) No.",
        "See [this](right:runs).",
    ];
    told::each_is_rejected(
        lists.map(choosing),
        expect![[r#"
        src/one.md:8: `print` is not something a choice can claim
          help: it can claim one of runs, panics, hangs, may-hang, races, fails, prints, always, begins, ends, always-begins, always-ends, nothing, one, several, because, an error such as E0382 or static_mut_refs, or a line such as line-7
        ---
        src/one.md:8: this item is not a choice, but others in its list are
          help: write two to four items right below `{{#listing part/name predict}}`, each of which begins with `[words](right:CLAIM)` or `[words](wrong:CLAIM)`
        ---
        src/one.md:7: gives no choice
          help: give two to four, at least one of them right and one wrong
        ---
        src/one.md:7: has no choice that is wrong
          help: give two to four, at least one of them right and one wrong
        ---
        src/one.md:8: the choice “b” has no answer
          help: say after the link why it is so, or why it is not
        ---
        src/one.md:9: `right:runs` is a choice, but it is not below a listing that asks the reader to predict
          help: write two to four items right below `{{#listing part/name predict}}`, each of which begins with `[words](right:CLAIM)` or `[words](wrong:CLAIM)`

        src/one.md:10: `wrong:fails` is a choice, but it is not below a listing that asks the reader to predict
          help: write two to four items right below `{{#listing part/name predict}}`, each of which begins with `[words](right:CLAIM)` or `[words](wrong:CLAIM)`
        ---
        src/one.md:7: `right:runs` is a choice, but it is not below a listing that asks the reader to predict
          help: write two to four items right below `{{#listing part/name predict}}`, each of which begins with `[words](right:CLAIM)` or `[words](wrong:CLAIM)`
    "#]],
    );
}

/// Three of the five questions that a chapter has.
const THREE: &str = "**Which?**\n\nThis.\n\n**Who?**\n\nShe.\n\n**Repair it.**\n\nAs in [](listing:demo/lent).\n\n";

#[test]
fn a_chapter_that_asks_too_little_is_rejected() {
    let enough = format!("{THREE}**Why?**\n\nSo.\n\n**What?**\n\nThis.\n");
    let asking = |one: &str, two: &str| {
        let both = |text: &str| format!("\n## Remember\n\n## Questions\n\n{text}");
        LittleBook::sound().appending("src/one.md", &both(one)).appending("src/two.md", &both(two))
    };
    asking(&enough, &enough).is_accepted();
    asking(&enough, "**What?**\n\nThis.\n").is_rejected(expect![[r#"
        src/two.md:13: has one question
          help: ask 5: each is a paragraph set wholly in bold, followed by its answer

        src/two.md:13: has no question that asks for a change of code
          help: ask one that begins with Change, Make, Repair, Rewrite, Add, Remove, Turn or Let, and show the changed listing in its answer, or link to it

        src/two.md:13: has no question that asks for a reason
          help: ask one with the word “why”, or one that begins with “What is the reason”
    "#]]);
}

#[test]
fn a_book_of_which_no_chapter_asks_much_need_not() {
    let section = "\n## Remember\n\n## Questions\n\n**What?**\n\nThis.\n";
    LittleBook::sound().appending("src/one.md", section).appending("src/two.md", section).is_accepted();
}

#[test]
fn a_note_without_its_reference_and_a_reference_without_its_note_are_rejected() {
    let texts = [
        "A.[^gone]",
        "A.\n\n[^lost]: N.",
        "A.[^a] B.[^a]\n\n[^a]: N.",
        "## T[^a]\n\n[^a]: N.",
        "A.[^A_b]\n\n[^A_b]: N.",
    ];
    told::each_is_rejected(
        texts.map(|text| LittleBook::sound().saying(text)),
        expect![[r#"
        src/one.md:7: refers to the note `gone`, which this chapter does not have
          help: write `[^name]` after the sentence, and `[^name]: The note.` in a paragraph of its own
        ---
        src/one.md:9: nothing refers to the note `lost`
          help: write `[^name]` after the sentence, and `[^name]: The note.` in a paragraph of its own
        ---
        src/one.md:7: refers to the note `a` a second time
          help: keep one reference: the note stands beside it
        ---
        src/one.md:7: refers to the note `a` from somewhere that is neither a paragraph nor a list
          help: move the reference into a paragraph beside it
        ---
        src/one.md:9: the note `A_b` has a name that cannot be part of an address
          help: use small letters, digits and hyphens
    "#]],
    );
    LittleBook::sound().saying("A.[^a]\n\n[^a]: N.").is_accepted();
}

#[test]
fn a_note_and_an_answer_come_to_stand_where_a_reader_looks_for_them() {
    let both = "\n## Remember\n\n## Questions\n\n";
    let text = "A word[^a] of [](listing:demo/lent).\n\n[^a]: More of\n    [](listing:demo/moved).\n\n[^b]: Last.\n";
    let questions = format!("{THREE}**Why?**\n\nThis.\n\n**What?**\n\nSo.[^b]\n");
    let page = LittleBook::sound()
        .appending("src/one.md", &format!("\n{text}{both}{questions}"))
        .appending("src/two.md", &format!("{both}{questions}\n[^b]: Last.\n"))
        .page("one.html");
    let page = page.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
    let flat: String = page.split_whitespace().collect::<Vec<_>>().join(" ").replace("> <", "><");
    let noted = "<div class=\"noted\"><p>A word<a class=\"note-ref\" id=\"note-a-ref\" href=\"#note-a\" aria-label=\"Note 1\">1</a> of";
    let (_, behind) = flat.split_once(noted).unwrap_or_else(|| panic!("{flat}"));
    let note = "</p><div class=\"notes\"><details class=\"sidenote\"><summary>Note 1</summary><div class=\"sidenote-words\" id=\"note-a\"><p>More of <a href=\"two.html#demo-moved\">";
    assert!(behind.contains(note), "{behind}");
    let why = "<p><strong>Why?</strong></p><details class=\"answer\"><summary>Answer</summary><p>This.</p></details>";
    let (_, next) = behind.split_once(why).unwrap_or_else(|| panic!("{behind}"));
    let what =
        "<p><strong>What?</strong></p><details class=\"answer\"><summary>Answer</summary><div class=\"noted\"><p>So.";
    let answer = next.strip_prefix(what).unwrap_or_else(|| panic!("{next}")).split_once("<footer").unwrap().0;
    assert!(answer.contains("Last.") && answer.ends_with("</div></details></div></div></details>"), "{answer}");
    assert!(!page.contains("footnote") && !page.contains("[^"), "{page}");
}
