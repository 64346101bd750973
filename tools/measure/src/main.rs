//! Measures on this machine. `cargo book measure` starts it and passes on its options; the help of that command explains them.

mod criterion;
mod machine;
mod told;

use anyhow::{Context, Result, anyhow, bail};
use catalog::{MEASUREMENTS, Machine, Measurement, Record, measurements_so_far};
use clap::Parser;
use mdbook_listings::measured;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Measures on this machine. `cargo book measure` starts this; its help explains the options.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    root: PathBuf,
    /// All of them where there is none.
    names: Vec<String>,
    #[arg(long)]
    keep: Option<String>,
}

/// What this machine is called beside those in the book.
const HERE: &str = "here";

fn main() -> ExitCode {
    let Arguments { root, names, keep } = Arguments::parse();
    match measure(&root, &names, keep.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(root: &Path, names: &[String], keep: Option<&str>) -> Result<()> {
    let all = known(root)?;
    let wanted: Vec<&Measurement> = match names {
        [] => all.iter().collect(),
        names => names.iter().map(|name| named(name, &all)).collect::<Result<_>>()?,
    };
    if let Some(machine) = keep
        && !is_name(machine)
    {
        bail!("a machine cannot be called `{machine}`\n  help: use small letters, digits and hyphens, such as `desk`");
    }
    let machine = machine::this_one(root)?;
    if let Some(name) = keep {
        for measurement in &wanted {
            is_of_this_machine(root, measurement, name, &machine)?;
        }
    }
    let mut measured_here = Vec::new();
    for measurement in wanted {
        let points = criterion::run(root, measurement)?;
        let record = Record {
            code: measurement.fingerprint(),
            quantity: measurement.quantity,
            machine: machine.clone(),
            points,
        };
        if let Some(fault) = record.fault() {
            bail!(
                "{}: the record {fault}\n  help: give each benchmark a series and circumstances of its own",
                catalog::slashes(&measurement.file)
            );
        }
        print!("{}", told::table(measurement, &record));
        if let Some(machine) = keep {
            let file = keep_record(root, measurement, machine, &record)?;
            println!("Kept in {}.", catalog::slashes(&file));
            if measurement.claims.iter().any(|claim| claim.holds(&record) != Ok(true)) {
                println!("The book can’t be built with it: see above what does NOT hold, and claim less.");
            }
        }
        let mut measurement = measurement.clone();
        measurement.records.retain(|(name, _)| Some(name.as_str()) != keep);
        measurement.records.push((keep.unwrap_or(HERE).to_string(), record));
        println!();
        measured_here.push(measurement);
    }
    let page = toolchain::target_of(root).join("measured.html");
    write(&page, &measured::page(&measured_here))?;
    println!("All of it in pictures: {}", page.display());
    Ok(())
}

/// The measurements of the book. Records that are out of date, or deny a claim, are told, and left out: they are what measuring
/// again is for.
fn known(root: &Path) -> Result<Vec<Measurement>> {
    let (found, problems) = measurements_so_far(root).map_err(|problems| anyhow!("{problems}"))?;
    if found.is_empty() {
        bail!("{MEASUREMENTS}/benches: there is nothing to measure");
    }
    if !problems.0.is_empty() {
        anstream::eprintln!("{problems}\n");
    }
    Ok(found.into_values().collect())
}

fn named<'a>(name: &str, all: &'a [Measurement]) -> Result<&'a Measurement> {
    all.iter().find(|measurement| measurement.name == name).with_context(|| {
        let names: Vec<&str> = all.iter().map(|measurement| measurement.name.as_str()).collect();
        format!("nothing is measured as `{name}`\n  help: there are {}", names.join(", "))
    })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name != HERE && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Refuses a name under which the book has the record of another machine, be it out of date or not.
fn is_of_this_machine(root: &Path, measurement: &Measurement, name: &str, here: &Machine) -> Result<()> {
    let file = root.join(record_file(measurement, name));
    // What's no record is none of a machine's.
    let record = fs::read_to_string(file).ok().and_then(|text| serde_json::from_str::<Record>(&text).ok());
    let Some(Record { machine: Machine { processor, cores, .. }, .. }) = &record else { return Ok(()) };
    if (processor, cores) != (&here.processor, &here.cores) {
        bail!(
            "{}: is of another machine, {processor} with {cores} cores\n  help: choose another name for this one, or \
             remove the file",
            catalog::slashes(&record_file(measurement, name))
        );
    }
    Ok(())
}

/// Where the record of this machine stands in the book.
fn record_file(measurement: &Measurement, machine: &str) -> PathBuf {
    Path::new(MEASUREMENTS).join("records").join(format!("{}.{machine}.json", measurement.name))
}

/// Writes the record into the book, over the one that this machine had.
fn keep_record(root: &Path, measurement: &Measurement, machine: &str, record: &Record) -> Result<PathBuf> {
    let file = record_file(measurement, machine);
    write(&root.join(&file), &(serde_json::to_string_pretty(record)? + "\n"))?;
    Ok(file)
}

fn write(file: &Path, text: &str) -> Result<()> {
    let folder = file.parent().context("a file is in a folder")?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, text))
        .with_context(|| format!("{}: cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::Point;
    use tempfile::TempDir;

    #[test]
    fn the_record_of_another_machine_is_not_overwritten() {
        let machine = |processor: &str| Machine {
            processor: processor.into(),
            cores: 2,
            system: "S".into(),
            compiler: "C".into(),
            date: "D".into(),
        };
        let text = "//! Clones.\n//@ one: clone\n\nfn main() {}\n";
        let clones = Measurement::parse("clones", Path::new("x"), text).unwrap();
        let points = vec![Point { series: "Rc".into(), at: None, median: 1.0, low: 1.0, high: 1.0 }];
        let book = TempDir::new().unwrap();
        let is_of = |name, processor| is_of_this_machine(book.path(), &clones, name, &machine(processor));
        // It's of other code, and is kept all the same.
        let record =
            Record { code: "edited since".into(), quantity: clones.quantity, machine: machine("Abacus"), points };
        keep_record(book.path(), &clones, "desk", &record).unwrap();
        assert!(is_of("desk", "Abacus").is_ok() && is_of("farm", "Slide rule").is_ok());
        let said = is_of("desk", "Slide rule").unwrap_err().to_string();
        assert!(said.contains("clones.desk.json: is of another machine, Abacus with 2 cores"), "{said}");
    }

    #[test]
    fn a_name_that_was_misspelt_is_told_with_those_that_there_are() {
        let text = "//! Clones.\n//@ one: clone\n\nfn main() {}\n";
        let all = [Measurement::parse("clones", Path::new("x"), text).unwrap()];
        assert_eq!(named("clones", &all).unwrap().name, "clones");
        let said = format!("{:#}", named("clone", &all).unwrap_err());
        assert!(said.contains("nothing is measured as `clone`\n  help: there are clones"), "{said}");
    }
}
