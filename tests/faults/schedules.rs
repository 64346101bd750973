//! The evidence of listings that are explored.

use crate::ferry::{FERRY, only, with_a_ferry};
use crate::little_book::{LittleBook, MOVED, id};
use crate::told;
use catalog::Ending;
use expect_test::expect;

/// Where those of the greeting are.
const EVIDENCE: &str = "listings/demo/src/bin/greeting.schedules";

/// Schedules as bless writes them: of one thread that prints and returns.
pub const SCHEDULES: &str = r#"{
"extent": {"whole":{"schedules":"1"}},
"threads": ["main"],
"holdings": [],
"steps": [
[0,7,"prints `east`","","east\n"]
],
"states": [
[[[0,1]],[],null,[]],
[[],[],"returned",[]]
],
"outcomes": [
{"prints":"east\n","ends":"returned","schedules":"1","schedule":[0]}
]
}
"#;

/// A ferry that asks for the edges of happens-before.
fn asking_for_edges() -> String {
    FERRY.replace("//@ schedules", "//@ schedules\n//@ happens-before")
}

/// The book with the ferry, in whose schedules this has been changed by hand.
fn with_edited_schedules(from: &str, to: &str) -> LittleBook {
    assert_eq!(SCHEDULES.matches(from).count(), 1, "{from}");
    with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", SCHEDULES.replace(from, to))
}

#[test]
fn schedules_that_fit_together_are_accepted() {
    with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", SCHEDULES).is_accepted();
}

#[test]
fn schedules_that_lead_nowhere_are_rejected() {
    with_edited_schedules("[[[0,1]]", "[[[0,2]]").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:9: are not valid schedules: there is no state 2
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
    with_edited_schedules("[[[0,1]]", "[[[3,1]]").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:9: are not valid schedules: there is no step 3
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
    with_edited_schedules("[0,7,", "[1,7,").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:6: are not valid schedules: there is no thread 1
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
    with_edited_schedules("null,[]]", "null,[0]]").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:9: are not valid schedules: there is no holding 0
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
}

#[test]
fn schedules_whose_outcome_is_another_are_rejected() {
    with_edited_schedules("\"schedule\":[0]", "\"schedule\":[0,0]").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:13: are not valid schedules: its schedule cannot be followed
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
    with_edited_schedules("\"schedule\":[0]", "\"schedule\":[]").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:13: are not valid schedules: its schedule does not end in this way
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
    with_edited_schedules("\"ends\":\"returned\"", "\"ends\":\"deadlock\"").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:13: are not valid schedules: its schedule does not end in this way
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
    with_edited_schedules("\"prints\":\"east", "\"prints\":\"west").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:13: are not valid schedules: its schedule prints "east\n"
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
}

#[test]
fn schedules_whose_numbers_do_not_add_up_are_rejected() {
    with_edited_schedules("{\"whole\":{\"schedules\":\"1\"}}", "{\"whole\":{\"schedules\":\"2\"}}").is_rejected(
        expect![[r#"
            listings/demo/src/bin/greeting.schedules:2: are not valid schedules: it says 2 schedules, but the outcomes have 1
              help: run `cargo book bless demo/greeting` and read what it writes
        "#]],
    );
}

#[test]
fn schedules_on_lines_that_the_listing_has_not_are_rejected() {
    with_edited_schedules("[0,7,", "[0,70,").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:6: are not valid schedules: the listing has 9 lines, but this step is on line 70
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
}

#[test]
fn schedules_that_are_written_in_another_way_are_rejected() {
    with_edited_schedules("[[[0,1]]", "[[[0, 1]]").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:9: are not valid schedules: this line is not the way `cargo book bless` writes it
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
}

#[test]
fn schedules_that_were_cut_off_are_rejected() {
    let cut = SCHEDULES.split_inclusive('\n').take(8).collect::<String>();
    with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", cut).is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.schedules:9: are not valid schedules: EOF while parsing a list at line 9 column 0
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
}

#[test]
fn schedules_of_all_where_a_sample_is_asked_for_are_rejected() {
    let sample = "{\"sample\":{\"tried\":100,\"method\":\"a die\",\"seed\":1}}";
    let sampled = SCHEDULES
        .replace("{\"whole\":{\"schedules\":\"1\"}}", sample)
        .replace("\"schedules\":\"1\"", "\"schedules\":\"100\"");
    let asks = FERRY.replace("@ schedules", "@ schedules: sample 100");
    with_a_ferry(&asks).with("listings/demo/src/bin/greeting.schedules", &sampled).is_accepted();
    let more = FERRY.replace("@ schedules", "@ schedules: sample 200");
    let usual = FERRY.replace("@ schedules", "@ schedules: usual");
    let without = SCHEDULES.replace("{\"schedules\":\"1\"}", "{\"schedules\":\"1\",\"with_all_choices\":false}");
    with_a_ferry(&usual).with("listings/demo/src/bin/greeting.schedules", &without).is_accepted();
    let pairs = [
        (asks.as_str(), SCHEDULES),
        (FERRY, &sampled),
        (&more, &sampled),
        (FERRY, &without),
        (&usual, SCHEDULES),
        (&usual, &sampled),
    ];
    let books = pairs.map(|(asks, has)| with_a_ferry(asks).with("listings/demo/src/bin/greeting.schedules", has));
    told::each_is_rejected(
        books,
        expect![[r#"
            listings/demo/src/bin/greeting.schedules:2: are not valid schedules: this is not the extent that the listing asks for
              help: run `cargo book bless demo/greeting` and read what it writes
            ---
            listings/demo/src/bin/greeting.schedules:2: are not valid schedules: this is not the extent that the listing asks for
              help: run `cargo book bless demo/greeting` and read what it writes
            ---
            listings/demo/src/bin/greeting.schedules:2: are not valid schedules: this is not the extent that the listing asks for
              help: run `cargo book bless demo/greeting` and read what it writes
            ---
            listings/demo/src/bin/greeting.schedules:2: are not valid schedules: this is not the extent that the listing asks for
              help: run `cargo book bless demo/greeting` and read what it writes
            ---
            listings/demo/src/bin/greeting.schedules:2: are not valid schedules: this is not the extent that the listing asks for
              help: run `cargo book bless demo/greeting` and read what it writes
            ---
            listings/demo/src/bin/greeting.schedules:2: are not valid schedules: this is not the extent that the listing asks for
              help: run `cargo book bless demo/greeting` and read what it writes
        "#]],
    );
}

#[test]
fn a_sample_that_is_no_number_of_schedules_is_rejected() {
    let values = ["sample", "sample many", "sample 99", "sample 1000001", "10000", "all"];
    let asking = values.map(|value| FERRY.replace("@ schedules", &format!("@ schedules: {value}")));
    told::each_is_rejected(
        asking.map(|text| with_a_ferry(&text)),
        expect![[r#"
            listings/demo/src/bin/greeting.rs:2: `sample` does not say which of its schedules
              help: write `schedules: sample 10000`, with a number from 100 to 1000000; `schedules` alone, for all; or `schedules: usual`, for all with std's usual choices
            ---
            listings/demo/src/bin/greeting.rs:2: `sample many` does not say which of its schedules
              help: write `schedules: sample 10000`, with a number from 100 to 1000000; `schedules` alone, for all; or `schedules: usual`, for all with std's usual choices
            ---
            listings/demo/src/bin/greeting.rs:2: `sample 99` does not say which of its schedules
              help: write `schedules: sample 10000`, with a number from 100 to 1000000; `schedules` alone, for all; or `schedules: usual`, for all with std's usual choices
            ---
            listings/demo/src/bin/greeting.rs:2: `sample 1000001` does not say which of its schedules
              help: write `schedules: sample 10000`, with a number from 100 to 1000000; `schedules` alone, for all; or `schedules: usual`, for all with std's usual choices
            ---
            listings/demo/src/bin/greeting.rs:2: `10000` does not say which of its schedules
              help: write `schedules: sample 10000`, with a number from 100 to 1000000; `schedules` alone, for all; or `schedules: usual`, for all with std's usual choices
            ---
            listings/demo/src/bin/greeting.rs:2: `all` does not say which of its schedules
              help: write `schedules: sample 10000`, with a number from 100 to 1000000; `schedules` alone, for all; or `schedules: usual`, for all with std's usual choices
        "#]],
    );
}

#[test]
fn an_explored_listing_without_schedules_is_rejected() {
    with_a_ferry(FERRY).is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs: has no evidence: listings/demo/src/bin/greeting.schedules is missing
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
}

#[test]
fn schedules_of_a_listing_that_is_not_explored_are_rejected() {
    LittleBook::sound()
        .with("listings/demo/src/bin/greeting.schedules", SCHEDULES.replace("[0,7,", "[0,1,"))
        .is_rejected(expect![[r#"
            listings/demo/src/bin/greeting.schedules: is not a kind of evidence for a listing that runs
              help: remove it
        "#]]);
}

#[test]
fn schedules_that_cannot_be_read_are_rejected() {
    with_a_ferry(FERRY)
        .with("listings/demo/src/bin/greeting.schedules", "{\n\"thread\": []}\n")
        .is_rejected(expect![[r#"
            listings/demo/src/bin/greeting.schedules:2: are not valid schedules: unknown field `thread`, expected one of `extent`, `threads`, `holdings`, `choices`, `steps`, `states`, `memory`, `synchronises`, `load_buffering`, `leaks`, `outcomes` at line 2 column 8
              help: run `cargo book bless demo/greeting` and read what it writes
        "#]]);
}

#[test]
fn a_listing_that_may_hang_and_is_not_explored_is_rejected() {
    with_a_ferry(&FERRY.replace("schedules", "may-hang")).is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:2: may hang, but is not explored
          help: add `//@ schedules`: no run shows that it may hang, only exploring proves it
    "#]]);
}

#[test]
fn a_listing_that_must_not_compile_and_is_to_be_explored_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//@ fixed-by", "//@ schedules\n//@ fixed-by").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:5: must not compile, so it has no schedules
          help: remove `//@ schedules`
    "#]]);
}

#[test]
fn a_schedule_of_a_listing_that_is_not_explored_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#timeline demo/coin 1}}\n").is_rejected(expect![[r#"
        src/one.md:7: the listing demo/coin has no schedules, as it is not explored
          help: give it `//@ schedules`, or name one that says so
    "#]]);
}

#[test]
fn a_schedule_that_leads_to_no_outcome_is_rejected() {
    with_a_ferry(FERRY)
        .with("listings/demo/src/bin/greeting.schedules", only(&[("", Ending::Returned)]))
        .appending("src/one.md", "\n{{#timeline demo/greeting 2}}\n")
        .is_rejected(expect![[r#"
            src/one.md:7: the listing demo/greeting has no outcome 2
              help: it has one outcome, and that is number 1
        "#]]);
}

#[test]
fn edges_of_happens_before_are_those_of_the_listing_and_lead_from_step_to_step() {
    let book = with_a_ferry(&asking_for_edges());
    book.checker().bless(&id("demo/greeting")).unwrap();
    let blessed = book.read(EVIDENCE);
    // From the start to the first step, from the sending to the receiving, and from the end to the joining.
    assert_eq!(
        blessed.matches("\"schedule\":[0,1,1,1,0,0,0,0,0],\"edges\":[[0,1],[1,4],[3,6]]").count(),
        1,
        "{blessed}"
    );
    book.is_accepted_when_checked("demo/greeting");
    let edited =
        |edges: &str| with_a_ferry(&asking_for_edges()).with(EVIDENCE, blessed.replace("[[0,1],[1,4],[3,6]]", edges));
    let without = with_a_ferry(&asking_for_edges()).with(EVIDENCE, SCHEDULES);
    let needless = with_a_ferry(FERRY).with(EVIDENCE, &blessed);
    told::each_is_rejected(
        [edited("[[0,9]]"), edited("[[0,4]]"), edited("[[6,3]]"), without, needless],
        expect![[r#"
        listings/demo/src/bin/greeting.schedules:33: are not valid schedules: its schedule has 9 steps, but there is an edge from 0 to 9
          help: run `cargo book bless demo/greeting` and read what it writes
        ---
        listings/demo/src/bin/greeting.schedules:33: are not valid schedules: the edge from 0 to 4 stays with main
          help: run `cargo book bless demo/greeting` and read what it writes
        ---
        listings/demo/src/bin/greeting.schedules:33: are not valid schedules: the edge from 6 to 3 does not go forwards
          help: run `cargo book bless demo/greeting` and read what it writes
        ---
        listings/demo/src/bin/greeting.schedules:13: are not valid schedules: the listing asks for edges of happens-before, but there is none here
          help: run `cargo book bless demo/greeting` and read what it writes
        ---
        listings/demo/src/bin/greeting.schedules:33: are not valid schedules: the listing does not ask for edges of happens-before
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]],
    );
    let alone = "//! A ferry\n//@ schedules\n//@ happens-before\n\nfn main() {\n    println!(\"east\");\n}\n";
    let seen = with_a_ferry(alone).checker().bless(&id("demo/greeting")).unwrap_err().to_string();
    expect![[r#"
        listings/demo/src/bin/greeting.rs: asks for edges of happens-before, but none of its threads takes over what another one hands on
          help: remove `//@ happens-before`"#]].assert_eq(&seen);
}
