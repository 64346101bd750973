//! The measurements of a book, as they stand on the disk.

use super::measurement::Measurement;
use super::quantity::Quantity;
use super::record::Record;
use crate::editors::left_by_an_editor;
use crate::problem::{Problem, Problems};
use crate::slashes::slashes;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the package, in the book's root.
pub const MEASUREMENTS: &str = "measurements";

/// What to do about a record that's of no use.
fn measure_again(name: &str, machine: &str) -> String {
    format!("measure again with `cargo book measure {name} --keep {machine}`, or remove the file")
}

/// All measurements by their names, with their records. A book without the folder has none.
///
/// # Errors
/// Files that are none of a measurement's or can't be read, records that are no record or are of other code, and claims that a
/// record denies.
pub fn measurements(root: &Path) -> Result<BTreeMap<String, Measurement>, Problems> {
    let (found, problems) = measurements_so_far(root)?;
    problems.or(found)
}

/// All measurements by their names, with the records that are good, and what's wrong with the others.
///
/// # Errors
/// Files that are none of a measurement's or can't be read.
pub fn measurements_so_far(root: &Path) -> Result<(BTreeMap<String, Measurement>, Problems), Problems> {
    let mut found = benchmarks(root)?;
    let mut problems = Problems::default();
    for file in files(root, "records", &mut problems) {
        let Some((name, machine)) = measured_on(&file) else {
            let remedy = "a record is named NAME.MACHINE.json, for a measurement and a machine";
            problems.push(Problem::in_file(&file, "is no record", remedy));
            continue;
        };
        let Some(measurement) = found.get_mut(name) else {
            problems.push(Problem::in_file(&file, format!("there is no measurement `{name}`"), "remove the record"));
            continue;
        };
        match record(root, &file, measurement, &measure_again(name, machine)) {
            Ok(record) => measurement.records.push((machine.to_string(), record)),
            Err(faults) => problems.extend(faults),
        }
    }
    if problems.0.is_empty() {
        problems.extend(found.values().filter(|measurement| measurement.records.is_empty()).flat_map(unborne));
    }
    Ok((found, problems))
}

/// The claims of a measurement that has no record.
fn unborne(measurement: &Measurement) -> impl Iterator<Item = Problem> {
    measurement.claims.iter().map(|claim| {
        let remedy =
            format!("measure it with `cargo book measure {} --keep MACHINE`, or remove the claim", measurement.name);
        Problem::at_line(&measurement.file, claim.line, format!("“{claim}” is borne out by no record"), remedy)
    })
}

/// All measurements by their names, without the records.
///
/// # Errors
/// Files that are none of a measurement's or can't be read, and those that the package doesn't run as it should.
fn benchmarks(root: &Path) -> Result<BTreeMap<String, Measurement>, Problems> {
    let mut problems = Problems::default();
    let mut found = BTreeMap::new();
    for file in files(root, "benches", &mut problems) {
        let Some(name) = file_name(&file).strip_suffix(".rs").filter(|name| is_name(name)) else {
            let remedy = "this folder holds Rust files, named in small letters, digits and hyphens";
            problems.push(Problem::in_file(&file, "is no measurement", remedy));
            continue;
        };
        match read(root, &file).map_err(Problems::from).and_then(|text| Measurement::parse(name, &file, &text)) {
            Ok(mut measurement) => {
                if measurement.code.contains("measurements::") {
                    measurement.shared = shared(root);
                }
                found.insert(name.to_string(), measurement);
            }
            Err(faults) => problems.extend(faults),
        }
    }
    if !found.is_empty() {
        problems.extend(unregistered(root, &found));
    }
    problems.or(found)
}

/// What the benchmarks share, without its tests. A book need not have any.
fn shared(root: &Path) -> String {
    let text = fs::read_to_string(root.join(MEASUREMENTS).join("src/lib.rs")).unwrap_or_default();
    text.split("#[cfg(test)]").next().unwrap_or_default().to_string()
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    bench: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    harness: Option<bool>,
    test: Option<bool>,
}

/// Measurements that the package's manifest doesn't have as it should. Cargo would find them by themselves, give them a harness
/// that isn't criterion's, and never run them in `cargo test`.
fn unregistered(root: &Path, found: &BTreeMap<String, Measurement>) -> Vec<Problem> {
    let file = Path::new(MEASUREMENTS).join("Cargo.toml");
    let manifest = read(root, &file).and_then(|text| {
        toml::from_str::<Manifest>(&text).map_err(|error| {
            Problem::in_file(&file, format!("is not a valid Cargo manifest: {}", error.message()), "correct it by hand")
        })
    });
    let manifest = match manifest {
        Ok(manifest) => manifest,
        Err(problem) => return vec![problem],
    };
    let is_good =
        |entry: &Entry, name: &str| entry.name == name && entry.harness == Some(false) && entry.test == Some(true);
    let missing = found.keys().filter(|name| !manifest.bench.iter().any(|entry| is_good(entry, name)));
    let problem = |name: &String| {
        let fault = format!("doesn’t have `{name}` as a benchmark of criterion’s that is tested");
        Problem::in_file(
            &file,
            fault,
            format!("add `[[bench]]`, `name = \"{name}\"`, `harness = false` and `test = true`"),
        )
    };
    missing.map(problem).collect()
}

/// Of which measurement a record is, and of which machine, by its name.
fn measured_on(file: &Path) -> Option<(&str, &str)> {
    let (name, machine) = file_name(file).strip_suffix(".json")?.split_once('.')?;
    (is_name(name) && is_name(machine)).then_some((name, machine))
}

/// A record of this measurement that bears out what is claimed of it.
fn record(root: &Path, file: &Path, measurement: &Measurement, remedy: &str) -> Result<Record, Problems> {
    let text = read(root, file)?;
    let record: Record = serde_json::from_str(&text)
        .map_err(|error| Problem::at_line(file, error.line().max(1), format!("is no record: {error}"), remedy))?;
    if let Some(fault) = record.fault() {
        return Err(Problem::in_file(file, fault, remedy).into());
    }
    if record.quantity != measurement.quantity {
        let name = |quantity: Quantity| quantity.name().to_lowercase();
        let fault = format!("is of {}, and what’s measured is {}", name(record.quantity), name(measurement.quantity));
        return Err(Problem::in_file(file, fault, remedy).into());
    }
    if record.code != measurement.fingerprint() {
        let fault = format!("{} has been edited since this was measured", slashes(&measurement.file));
        return Err(Problem::in_file(file, fault, remedy).into());
    }
    let mut problems = Problems::default();
    for claim in &measurement.claims {
        let fault = match claim.holds(&record) {
            Ok(true) => continue,
            Ok(false) => {
                let ratio = format!("{:.4}", claim.ratio(&record).unwrap_or_default());
                let ratio = ratio.trim_end_matches('0').trim_end_matches('.');
                format!(
                    "“{claim}” is denied by {}, where it takes {ratio} times {}",
                    slashes(file),
                    claim.quantity.as_much()
                )
            }
            Err(term) => format!("“{claim}” is about `{term}`, which {} doesn’t have", slashes(file)),
        };
        problems.push(Problem::at_line(&measurement.file, claim.line, fault, "claim what every record bears out"));
    }
    problems.or(record)
}

/// The files of a folder in the order of their names; none where there is no such folder.
fn files(root: &Path, folder: &str, problems: &mut Problems) -> Vec<PathBuf> {
    let folder = Path::new(MEASUREMENTS).join(folder);
    let entries = match fs::read_dir(root.join(&folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            problems.push(Problem::io(&folder, "read", &error));
            return Vec::new();
        }
    };
    let names = entries.flatten().map(|entry| folder.join(entry.file_name()));
    let mut files: Vec<PathBuf> = names.filter(|file| !left_by_an_editor(file)).collect();
    files.sort();
    files
}

fn file_name(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn read(root: &Path, file: &Path) -> Result<String, Problem> {
    fs::read_to_string(root.join(file)).map_err(|error| Problem::io(file, "read", &error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const BENCH: &str = "//! Cloning an `Rc`, and an `Arc`.\n//@ one: clone\n//@ claim: Arc > 2 * Rc\n\nfn main() {}\n";

    struct Book(TempDir);

    impl Book {
        fn new() -> Book {
            let book = Book(TempDir::new().unwrap());
            book.write("Cargo.toml", "[[bench]]\nname = \"clones\"\nharness = false\ntest = true\n");
            book.write("benches/clones.rs", BENCH);
            book.write("records/clones.desk.json", &book.record(9.0));
            book
        }

        fn write(&self, file: &str, text: &str) {
            let file = self.0.path().join(MEASUREMENTS).join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }

        fn record(&self, arc: f64) -> String {
            let code = Measurement::parse("clones", Path::new("x"), BENCH).unwrap().fingerprint();
            format!(
                "{{\"code\": \"{code}\", \"machine\": {{\"processor\": \"P\", \"cores\": 2, \"system\": \"S\", \"compiler\": \"C\", \
                 \"date\": \"2026-11-28\"}}, \"points\": [{{\"series\": \"Rc\", \"median\": 2.0, \"low\": 1.9, \"high\": 2.2}},\
                 {{\"series\": \"Arc\", \"median\": {arc}, \"low\": 1.0, \"high\": 20.0}}]}}"
            )
        }

        fn said(&self) -> String {
            match measurements(self.0.path()) {
                Ok(found) => format!("{} measurements", found.len()),
                Err(problems) => problems.0.iter().map(|problem| format!("{problem}\n")).collect(),
            }
        }
    }

    #[test]
    fn a_book_has_measurements_and_their_records_or_none() {
        let book = Book::new();
        let found = measurements(book.0.path()).unwrap();
        let (machine, record) = &found["clones"].records[0];
        assert_eq!((machine.as_str(), record.point("Arc", None).unwrap().median), ("desk", 9.0));
        assert!(measurements(&book.0.path().join("elsewhere")).unwrap().is_empty());
    }

    #[test]
    fn a_record_of_code_that_was_edited_since_is_refused() {
        let book = Book::new();
        book.write("benches/clones.rs", &BENCH.replace("main", "other"));
        let said = book.said();
        assert!(
            said.contains("clones.desk.json: measurements/benches/clones.rs has been edited since this was measured"),
            "{said}"
        );
        assert!(said.contains("cargo book measure clones --keep desk"), "{said}");
    }

    #[test]
    fn a_claim_that_a_record_denies_is_refused_with_its_line() {
        let book = Book::new();
        book.write("records/clones.desk.json", &book.record(3.0));
        let said = book.said();
        assert!(said.contains("clones.rs:3: “Arc takes more than 2 times as long as Rc” is denied by"), "{said}");
        assert!(said.contains("1.5 times"), "{said}");
    }

    #[test]
    fn a_record_is_of_what_benchmarks_share_as_well() {
        let book = Book::new();
        book.write("src/lib.rs", "pub fn together() {}\n");
        assert_eq!(book.said(), "1 measurements");
        let using = BENCH.replace("main() {}", "main() { measurements::together() }");
        book.write("benches/clones.rs", &using);
        let code = benchmarks(book.0.path()).unwrap()["clones"].fingerprint();
        let old = Measurement::parse("clones", Path::new("x"), BENCH).unwrap().fingerprint();
        book.write("records/clones.desk.json", &book.record(9.0).replace(&old, &code));
        assert_eq!(book.said(), "1 measurements");
        book.write("src/lib.rs", "pub fn together() {}\n#[cfg(test)]\nmod tests {}\n");
        assert_eq!(book.said(), "1 measurements");
        book.write("src/lib.rs", "pub fn together() -> u32 { 1 }\n");
        assert!(book.said().contains("has been edited since this was measured"), "{}", book.said());
    }

    #[test]
    fn a_claim_without_a_record_is_refused() {
        let book = Book::new();
        fs::remove_file(book.0.path().join(MEASUREMENTS).join("records/clones.desk.json")).unwrap();
        let said = book.said();
        assert!(
            said.contains("clones.rs:3: “Arc takes more than 2 times as long as Rc” is borne out by no record"),
            "{said}"
        );
        let (found, problems) = measurements_so_far(book.0.path()).unwrap();
        assert_eq!((found.len(), problems.0.len()), (1, 1));
    }

    #[test]
    fn a_benchmark_that_cargo_would_not_run_as_one_is_refused() {
        for manifest in ["", "[[bench]]\nname = \"clones\"\n", "[[bench]]\nname = \"clones\"\nharness = false\n"] {
            let book = Book::new();
            book.write("Cargo.toml", manifest);
            assert!(book.said().contains("Cargo.toml: doesn’t have `clones` as a benchmark"), "{}", book.said());
        }
    }

    #[test]
    fn what_is_no_record_is_refused() {
        let book = Book::new();
        for (text, fault) in [
            ("{", "is no record"),
            (&*book.record(9.0).replace("\"cores\"", "\"kernels\""), "is no record"),
            (&book.record(9.0).replace("Arc", "Rc"), "has `Rc` twice"),
            (&book.record(30.0), "says of `Arc` that its times are 1, 30 and 20"),
            (
                &book.record(9.0).replace("\"Rc\"", "\"Box\""),
                "which measurements/records/clones.desk.json doesn’t have",
            ),
        ] {
            book.write("records/clones.desk.json", text);
            assert!(book.said().contains(fault), "{text}: {}", book.said());
        }
    }

    #[test]
    fn files_that_belong_to_nothing_are_refused() {
        let book = Book::new();
        for (file, fault) in [
            ("benches/Clones.rs", "is no measurement"),
            ("benches/notes.txt", "is no measurement"),
            ("records/clones.json", "is no record"),
            ("records/moves.desk.json", "there is no measurement `moves`"),
        ] {
            let book = Book::new();
            book.write(file, BENCH);
            assert!(book.said().contains(fault), "{file}: {}", book.said());
        }
        book.write("benches/.clones.rs.swp", "");
        assert_eq!(book.said(), "1 measurements");
    }

    #[test]
    fn a_record_of_times_is_none_of_memory() {
        let book = Book::new();
        let memory = BENCH.replace("one:", "memory of one:").replace("{}", "{ c.with_measurement(Bytes); }");
        book.write("benches/clones.rs", &memory);
        let said = book.said();
        assert!(said.contains("clones.desk.json: is of time, and what’s measured is memory"), "{said}");
        let code = benchmarks(book.0.path()).unwrap()["clones"].fingerprint();
        let old = Measurement::parse("clones", Path::new("x"), BENCH).unwrap().fingerprint();
        let record = book.record(9.0).replace(&old, &code).replacen('{', "{ \"quantity\": \"memory\",", 1);
        book.write("records/clones.desk.json", &record);
        assert_eq!(book.said(), "1 measurements");
    }
}
