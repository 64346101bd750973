//! What readers type leads to where the book says it: one test for each line of `tests/search/queries.txt`.
//!
//! The search ranks in the reader's browser. So Node asks the same scripts that a browser gets; where there is no Node,
//! these tests are reported as ignored, with the reason. That the lines themselves make sense needs none.

#[path = "browser/node.rs"]
mod node;
mod rendered;

use catalog::{Catalog, CompileError, EvidenceKind};
use rendered::{RENDERED, root};
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Arc, LazyLock};
use trials::{Asked, Failed, Trial};

const QUERIES: &str = "tests/search/queries.txt";

fn main() -> ExitCode {
    let queries = match queries() {
        Ok(queries) => queries,
        Err(fault) => {
            return Asked::by_the_command_line().run_none("the_queries_can_be_read", fault).exit_code();
        }
    };
    let mut trials = vec![
        trial("there_are_at_least_sixty_queries_and_none_twice", {
            let queries = queries.clone();
            move || sixty_and_none_twice(&queries)
        }),
        trial("every_place_that_a_query_must_lead_to_is_in_the_book", {
            let queries = queries.clone();
            move || places_are_in_the_book(&queries)
        }),
    ];
    match node::find() {
        Ok(node) => {
            trials.push(trial("words_are_told_apart_and_brought_together", {
                let node = node.clone();
                move || run_script(&node, "words.mjs", &[]).map(drop)
            }));
            let found = Arc::new(LazyLock::new({
                let queries = queries.clone();
                move || ask(&node, &queries)
            }));
            trials.extend(queries.into_iter().enumerate().map(|(at, query)| {
                let found = Arc::clone(&found);
                trial(&format!("leads: {}", query.text), move || match &**found {
                    Ok(found) => query.judge(&found[at]),
                    Err(fault) => Err(fault.clone()),
                })
            }));
        }
        Err(missing) => {
            eprintln!("The queries are not asked: {missing}");
            let ignored = Trial::test("every_query_leads_to_its_place", move || Err(Failed::from(missing)));
            trials.push(ignored.with_kind("no Node").with_ignored_flag(true));
        }
    }
    run(trials)
}

fn run(trials: Vec<Trial>) -> ExitCode {
    Asked::by_the_command_line().run(trials).exit_code()
}

fn trial(name: &str, test: impl FnOnce() -> Result<(), String> + Send + 'static) -> Trial {
    Trial::test(name, move || test().map_err(Failed::from))
}

/// The listings that the compiler refuses with each error, as the ids of their figures.
static REFUSED: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let catalog = Catalog::load(root()).expect("the catalog is sound");
    let mut refused: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for listing in catalog.listings.values().filter(|listing| !listing.is_program()) {
        let (evidence, _) = catalog.evidence(listing);
        let errors = CompileError::parse(evidence.text(EvidenceKind::Errors)).expect("the evidence is sound");
        for code in errors.into_iter().filter_map(|error| error.code) {
            refused.entry(code).or_default().insert(listing.id.in_html());
        }
    }
    refused
});

/// One line of the table.
#[derive(Debug, Clone)]
struct Query {
    text: String,
    line: usize,
    /// Among how many of the first results it has to be.
    first: usize,
    places: Vec<Place>,
}

#[derive(Debug, Clone)]
enum Place {
    /// Anything on a page: `sharing/mutex.html`.
    Page(String),
    /// One place on it: `sharing/mutex.html#who-waits`.
    Id(String),
    /// The section about an error, or a listing that has it: `E0382`.
    Error(String),
}

fn queries() -> Result<Vec<Query>, String> {
    let table = fs::read_to_string(root().join(QUERIES)).map_err(|error| format!("{QUERIES}: {error}"))?;
    let lines = table.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).map(|(at, line)| query(at, line)).collect()
}

fn query(line: usize, text: &str) -> Result<Query, String> {
    let fault = || format!("{QUERIES}:{line}: this is no query with its place\n  help: write `query => page.html#id`");
    let (query, places, first) = match (text.rsplit_once(" => "), text.rsplit_once(" ~> ")) {
        (Some((query, places)), None) => (query, places, 1),
        (None, Some((query, places))) => (query, places, 3),
        _ => return Err(fault()),
    };
    let place = |place: &str| match place {
        id if id.contains(".html#") => Place::Id(id.to_string()),
        page if page.ends_with(".html") => Place::Page(page.to_string()),
        error => Place::Error(error.to_string()),
    };
    Ok(Query { text: query.trim().into(), line, first, places: places.split(", ").map(place).collect() })
}

impl Query {
    fn judge(&self, found: &[String]) -> Result<(), String> {
        if found.iter().take(self.first).any(|found| self.places.iter().any(|place| place.is(found))) {
            return Ok(());
        }
        let told: Vec<String> = found.iter().take(5).map(|found| format!("    {found}")).collect();
        let wanted = if self.first == 1 { "first".to_string() } else { format!("among the first {}", self.first) };
        let at = found.iter().position(|found| self.places.iter().any(|place| place.is(found)));
        let at = at.map_or("not found".to_string(), |at| format!("at {}", at + 1));
        Err(format!("{QUERIES}:{}: what must be {wanted} is {at}; these are found:\n{}", self.line, told.join("\n")))
    }
}

impl Place {
    fn is(&self, found: &str) -> bool {
        let (page, id) = found.split_once('#').unwrap_or((found, ""));
        match self {
            Place::Page(wanted) => wanted == page,
            Place::Id(wanted) => wanted == found,
            Place::Error(code) => {
                found == section_of(code) || REFUSED.get(code).is_some_and(|refused| refused.contains(id))
            }
        }
    }

    /// The page and the id that have to be there.
    fn address(&self) -> (String, String) {
        let whole = match self {
            Place::Page(page) => page.clone(),
            Place::Id(place) => place.clone(),
            Place::Error(code) => section_of(code),
        };
        let (page, id) = whole.split_once('#').unwrap_or((&whole, ""));
        (page.to_string(), id.to_string())
    }
}

fn section_of(code: &str) -> String {
    format!("appendices/errors.html#{}", code.to_lowercase())
}

fn sixty_and_none_twice(queries: &[Query]) -> Result<(), String> {
    let texts: BTreeSet<&str> = queries.iter().map(|query| query.text.as_str()).collect();
    if queries.len() < 60 {
        return Err(format!("{QUERIES} has {} queries", queries.len()));
    }
    if texts.len() < queries.len() {
        return Err(format!("{QUERIES} has a query twice"));
    }
    Ok(())
}

/// A place that is gone could never be found, and a query that may lead to another one beside it would hide that.
fn places_are_in_the_book(queries: &[Query]) -> Result<(), String> {
    let with_id = Selector::parse("main [id]").map_err(|error| error.to_string())?;
    let mut ids: BTreeMap<String, Option<BTreeSet<String>>> = BTreeMap::new();
    let mut faults = Vec::new();
    for query in queries {
        for place in &query.places {
            let (page, id) = place.address();
            let ids = ids.entry(page.clone()).or_insert_with(|| {
                let html = Html::parse_document(&fs::read_to_string(RENDERED.path().join("html").join(&page)).ok()?);
                Some(html.select(&with_id).filter_map(|element| element.attr("id")).map(str::to_string).collect())
            });
            match ids {
                None => faults.push(format!("{QUERIES}:{}: there is no page {page}", query.line)),
                Some(ids) if !id.is_empty() && !ids.contains(&id) => {
                    faults.push(format!("{QUERIES}:{}: there is no place {page}#{id}", query.line));
                }
                Some(_) => {}
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// What the search of the book finds for each query, the best first.
fn ask(node: &Path, queries: &[Query]) -> Result<Vec<Vec<String>>, String> {
    let texts: Vec<&str> = queries.iter().map(|query| query.text.as_str()).collect();
    let asked = serde_json::to_vec(&texts).map_err(|error| error.to_string())?;
    serde_json::from_slice(&run_script(node, "ask.mjs", &asked)?).map_err(|error| error.to_string())
}

/// Runs a script of `tests/search` on the book, and returns what it prints.
fn run_script(node: &Path, name: &str, input: &[u8]) -> Result<Vec<u8>, String> {
    let mut process = Command::new(node)
        .arg(root().join("tests/search").join(name))
        .arg(RENDERED.path().join("html"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{} cannot be started: {error}", node.display()))?;
    // It reads all of its input before it prints, and the pipe ends with this statement.
    process.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(input)).map_err(|error| error.to_string())?;
    let output = process.wait_with_output().map_err(|error| error.to_string())?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)))
    }
}
