//! Measures on this machine. `cargo book measure` starts it and passes on its options; the help of that command explains them.

mod criterion;
mod machine;
mod told;

use anyhow::{Context, Result, anyhow, bail};
use catalog::{MEASUREMENTS, Measurement, Record, benchmarks, measurements};
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
    let mut measured_here = Vec::new();
    for measurement in wanted {
        let points = criterion::run(root, measurement)?;
        let record = Record { code: measurement.fingerprint(), machine: machine.clone(), points };
        print!("{}", told::table(measurement, &record));
        if let Some(machine) = keep {
            let file = keep_record(root, measurement, machine, &record)?;
            println!("Kept in {}.", catalog::slashes(&file));
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
    let found = benchmarks(root).map_err(|problems| anyhow!("{problems}"))?;
    if found.is_empty() {
        bail!("{MEASUREMENTS}/benches: there is nothing to measure");
    }
    let found = measurements(root).unwrap_or_else(|problems| {
        anstream::eprintln!("{problems}\n");
        found
    });
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

/// Writes the record into the book, over the one that this machine had.
fn keep_record(root: &Path, measurement: &Measurement, machine: &str, record: &Record) -> Result<PathBuf> {
    let file = Path::new(MEASUREMENTS).join("records").join(format!("{}.{machine}.json", measurement.name));
    write(&root.join(&file), &(serde_json::to_string_pretty(record)? + "\n"))?;
    Ok(file)
}

fn write(file: &Path, text: &str) -> Result<()> {
    let folder = file.parent().context("a file is in a folder")?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, text))
        .with_context(|| format!("{}: cannot be written", file.display()))
}
