//! Runs a benchmark with criterion, and reads what that leaves behind.
//!
//! What criterion prints is for people. What it has measured it writes into files, `FOLDER/GROUP/SERIES/AT/new/`: in
//! `benchmark.json` what was measured, in `sample.json` how long how many rounds took.

use anyhow::{Context, Result, bail};
use catalog::{MEASUREMENTS, Measurement, Point};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[derive(Deserialize)]
struct Benchmark {
    full_id: String,
    function_id: Option<String>,
    value_str: Option<String>,
    throughput: Option<Throughput>,
}

/// How many operations one round has, or how many bytes.
#[derive(Deserialize)]
struct Throughput {
    #[serde(rename = "Elements")]
    operations: Option<u64>,
}

/// How many rounds each sample had, and how long each took in nanoseconds.
#[derive(Deserialize)]
struct Sample {
    iters: Vec<f64>,
    times: Vec<f64>,
}

/// Measures, and gives what was found in the order in which the benchmark has it.
///
/// # Errors
/// If it can't be compiled, doesn't come to its end, or leaves behind what can't be read.
pub fn run(root: &Path, measurement: &Measurement) -> Result<Vec<Point>> {
    let folder = toolchain::target_of(root).join("measured").join(&measurement.name);
    // What an earlier run has left there isn't found now.
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{}: cannot be removed", folder.display()))?;
    }
    let order = order(root, measurement)?;
    eprintln!("Measuring {}; leave the machine to it.", measurement.name);
    let status = command(root, measurement, &folder).status().context("cargo: cannot be run")?;
    if !status.success() {
        bail!("{}: could not be measured\n  help: see what Cargo says", catalog::slashes(&measurement.file));
    }
    let mut points = Vec::new();
    for file in found_below(&folder)? {
        let benchmark: Benchmark = read(&file.join("benchmark.json"))?;
        let point = point(&benchmark, read(&file.join("sample.json"))?, &file)?;
        points.push((order.iter().position(|id| *id == benchmark.full_id), point));
    }
    let file = catalog::slashes(&measurement.file);
    if points.is_empty() {
        bail!("{file}: measures nothing\n  help: put its benchmarks into a group");
    }
    in_order(points, &order).with_context(|| {
        format!(
            "{file}: not all of it was measured\n  help: see what criterion says, and give its benchmarks shorter names"
        )
    })
}

/// The points in the order of the benchmark; each has its place there.
fn in_order(mut points: Vec<(Option<usize>, Point)>, order: &[String]) -> Result<Vec<Point>> {
    for (place, id) in order.iter().enumerate() {
        if points.iter().all(|(of, _)| *of != Some(place)) {
            bail!("criterion has left nothing of `{id}`");
        }
    }
    if let Some((_, point)) = points.iter().find(|(place, _)| place.is_none()) {
        bail!("criterion doesn’t list what it has measured as `{}`", point.series);
    }
    points.sort_by_key(|(place, _)| *place);
    Ok(points.into_iter().map(|(_, point)| point).collect())
}

fn command(root: &Path, measurement: &Measurement, folder: &Path) -> Command {
    let mut command = toolchain::cargo();
    command
        .current_dir(root)
        .args(["bench", "--quiet", "--manifest-path"])
        .arg(Path::new(MEASUREMENTS).join("Cargo.toml"))
        .arg("--target-dir")
        .arg(toolchain::target_of(root))
        .args(["--bench", &measurement.name, "--"])
        // The samples of one time take so many seconds together, and there are a hundred of them.
        .args(["--warm-up-time", "0.5", "--measurement-time", "2"])
        .env("CRITERION_HOME", folder)
        // What it prints is for who waits, and not what was asked for.
        .stdout(Stdio::inherit());
    command
}

/// What the benchmark has, in its order.
fn order(root: &Path, measurement: &Measurement) -> Result<Vec<String>> {
    let folder = toolchain::target_of(root).join("measured-listed");
    let mut command = command(root, measurement, &folder);
    let output = command
        .arg("--list")
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .output()
        .context("cargo: cannot be run")?;
    if !output.status.success() {
        bail!(
            "{}: cannot be compiled, or doesn’t list its benchmarks\n  help: see what Cargo says",
            catalog::slashes(&measurement.file)
        );
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().filter_map(|line| line.strip_suffix(": benchmark")).map(str::to_string).collect())
}

/// The folders named `new`, wherever they are below this one.
fn found_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("{}: criterion has left nothing there", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("{}: cannot be read", folder.display()))?.path();
        if path.join("sample.json").is_file() && path.ends_with("new") {
            found.push(path);
        } else if path.is_dir() {
            found.extend(found_below(&path)?);
        }
    }
    Ok(found)
}

fn read<T: for<'a> Deserialize<'a>>(file: &Path) -> Result<T> {
    let text = fs::read_to_string(file).with_context(|| format!("{}: cannot be read", file.display()))?;
    serde_json::from_str(&text).with_context(|| {
        format!("{}: is not what criterion 0.8 writes\n  help: look at tools/measure/src/criterion.rs", file.display())
    })
}

/// The median of the samples, and what the quickest and the slowest tenth of them leave between.
fn point(benchmark: &Benchmark, sample: Sample, file: &Path) -> Result<Point> {
    let operations = match &benchmark.throughput {
        None => 1.0,
        Some(Throughput { operations: Some(operations) }) => *operations as f64,
        Some(_) => bail!("{}: counts bytes\n  help: let it count elements", file.display()),
    };
    let mut times: Vec<f64> =
        sample.times.iter().zip(&sample.iters).map(|(time, rounds)| time / rounds / operations).collect();
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times.get((part * (times.len() as f64 - 1.0)).round() as usize).copied().map(digits);
    let series = benchmark
        .function_id
        .clone()
        .or_else(|| benchmark.value_str.clone())
        .unwrap_or_else(|| benchmark.full_id.clone());
    let (Some(low), Some(median), Some(high)) = (at(0.1), at(0.5), at(0.9)) else {
        bail!("{}: has no sample", file.display());
    };
    let at = benchmark.value_str.clone().filter(|at| *at != series);
    Ok(Point { series, at, median, low, high })
}

/// With four digits that count, since no other one would be the same again.
fn digits(time: f64) -> f64 {
    format!("{time:.3e}").parse().unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn benchmark(text: &str) -> Benchmark {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_point_is_the_median_and_what_the_tenths_at_either_end_leave() {
        let of = benchmark(
            r#"{"group_id":"clones","function_id":"Arc","value_str":"2 threads","throughput":{"Elements":10},"full_id":"clones/Arc/2 threads"}"#,
        );
        // One sample in eleven is far off, and each has twice as many rounds as the one before.
        let sample = Sample {
            iters: (0..11).map(|place| f64::from(1 << place)).collect(),
            times: (0..11)
                .map(|place| f64::from(1 << place) * if place == 10 { 9000.0 } else { 100.0 + f64::from(place) })
                .collect(),
        };
        let found = point(&of, sample, Path::new("x")).unwrap();
        assert_eq!((found.series.as_str(), found.at.as_deref()), ("Arc", Some("2 threads")));
        assert_eq!((found.low, found.median, found.high), (10.1, 10.5, 10.9));
    }

    #[test]
    fn what_counts_bytes_or_has_no_sample_is_refused() {
        let of = benchmark(r#"{"full_id":"a","throughput":{"Bytes":10}}"#);
        let sample = || Sample { iters: vec![1.0], times: vec![2.0] };
        assert!(point(&of, sample(), Path::new("x")).unwrap_err().to_string().contains("counts bytes"));
        let of = benchmark(r#"{"full_id":"a"}"#);
        assert_eq!(point(&of, sample(), Path::new("x")).unwrap().series, "a");
        assert!(point(&of, Sample { iters: vec![], times: vec![] }, Path::new("x")).is_err());
    }

    #[test]
    fn what_criterion_has_left_out_is_told() {
        let point = |series: &str| Point { series: series.into(), at: None, median: 1.0, low: 1.0, high: 1.0 };
        let order = ["a/Rc", "a/Arc"].map(str::to_string);
        let found = in_order(vec![(Some(1), point("Arc")), (Some(0), point("Rc"))], &order).unwrap();
        assert_eq!(found.iter().map(|point| point.series.as_str()).collect::<Vec<_>>(), ["Rc", "Arc"]);
        let said = |points| in_order(points, &order).unwrap_err().to_string();
        assert_eq!(said(vec![(Some(0), point("Rc"))]), "criterion has left nothing of `a/Arc`");
        let said = said(vec![(Some(0), point("Rc")), (Some(1), point("Arc")), (None, point("Box"))]);
        assert_eq!(said, "criterion doesn’t list what it has measured as `Box`");
    }

    #[test]
    fn all_that_criterion_left_is_found_and_nothing_of_a_run_before() {
        let folder = TempDir::new().unwrap();
        for place in ["clones/Arc/2 threads/new", "clones/Arc/2 threads/base", "clones/Rc/new"] {
            fs::create_dir_all(folder.path().join(place)).unwrap();
            fs::write(folder.path().join(place).join("sample.json"), "{}").unwrap();
        }
        let mut found = found_below(folder.path()).unwrap();
        found.sort();
        assert_eq!(found, ["clones/Arc/2 threads/new", "clones/Rc/new"].map(|place| folder.path().join(place)));
    }
}
