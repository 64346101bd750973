//! Suites whose tests are generated at run time, with the command line of Rust's own harness.
//!
//! `cargo test` hands its arguments to every suite. One that refused what the others accept would fail beside them, and
//! anyone who asked for two tests would get neither. libtest-mimic knows most of those arguments; here are the others:
//! several filters, of which a test has to meet one, and `--no-capture`, the newer name of `--nocapture`.

pub mod suites;

use clap::Parser;
pub use libtest_mimic::{Conclusion, Failed, Trial};
use std::ffi::OsString;

/// Which trials are asked for, and how they are to run.
#[derive(Debug, Clone, Parser)]
#[command(disable_version_flag = true, override_usage = "[OPTIONS] [FILTERS]...")]
pub struct Asked {
    #[command(flatten)]
    arguments: libtest_mimic::Arguments,

    /// No-op (what is printed is never captured here)
    #[arg(long = "no-capture")]
    no_capture: bool,

    /// More filters: a test is run that meets any of them.
    #[arg(value_name = "FILTERS")]
    more: Vec<String>,
}

impl Asked {
    /// What the command line asks for. If it cannot be parsed, the program says so and ends.
    pub fn by_the_command_line() -> Asked {
        Asked::parse()
    }

    /// What these arguments ask for; the first is the program's name.
    pub fn by<I: IntoIterator<Item: Into<OsString> + Clone>>(arguments: I) -> Asked {
        Asked::parse_from(arguments)
    }

    /// With so many trials at a time, unless the arguments say how many.
    pub fn at_a_time(mut self, trials: usize) -> Asked {
        self.arguments.test_threads.get_or_insert(trials);
        self
    }

    /// The filters, one of which a trial must match. Without filters, all are asked for.
    pub fn filters(&self) -> impl Iterator<Item = &str> {
        self.arguments.filter.iter().chain(&self.more).map(String::as_str)
    }

    /// Whether a trial of this name and kind is asked for. A filter may mean either.
    pub fn is_met_by(&self, name: &str, kind: &str) -> bool {
        self.asks_for(&Trial::test(name, || Ok(())).with_kind(kind))
    }

    /// Whether it is asked for by its whole name.
    pub fn names(&self, name: &str) -> bool {
        self.filters().any(|filter| filter == name)
    }

    /// Whether the trials are only listed, and not run.
    pub fn only_lists(&self) -> bool {
        self.arguments.list
    }

    /// Runs the trials that are asked for.
    pub fn run(mut self, trials: Vec<Trial>) -> Conclusion {
        if !self.more.is_empty() {
            // libtest-mimic takes one filter, and any number of names that are left out: so the others are named.
            let others = trials.iter().filter(|trial| !self.asks_for(trial));
            self.arguments.skip = others.map(|trial| trial.name().to_string()).collect();
            self.arguments.exact = true;
            self.arguments.filter = None;
        }
        libtest_mimic::run(&self.arguments, trials)
    }

    /// Runs the one trial that stands for all those which there are not, whatever is asked for.
    ///
    /// A filter asks for some of the trials that there should be. It meets none of them, and does not meet this one
    /// either: so without this a test that someone has asked for by its name would pass, with nothing tested.
    pub fn run_none(mut self, name: &str, why: impl Into<Failed>) -> Conclusion {
        self.arguments.filter = None;
        self.arguments.skip = Vec::new();
        self.arguments.exact = false;
        self.arguments.ignored = false;
        let why = why.into();
        libtest_mimic::run(&self.arguments, vec![Trial::test(name, move || Err(why))])
    }

    fn asks_for(&self, trial: &Trial) -> bool {
        let by = |filter: &str| {
            let mut arguments = self.arguments.clone();
            arguments.filter = Some(filter.to_string());
            !arguments.is_filtered_out(trial)
        };
        self.filters().any(by) || self.filters().next().is_none() && !self.arguments.is_filtered_out(trial)
    }
}
