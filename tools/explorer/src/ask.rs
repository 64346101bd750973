//! Asks the program that explores, and reads its answer.

use crate::run::run;
use interleavings::{Report, TOO_MANY_STATES};
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

/// How long exploring one program may take. The largest needs seconds, also on a machine under load; one that goes round
/// for ever between two steps would never be done.
pub const LIMIT: Duration = Duration::from_secs(300);

/// Why there is no answer.
#[derive(Debug)]
pub enum Unanswered {
    /// The program does not run.
    NotRun(String),
    /// It was not done in time.
    TooLong,
    /// What it explores has more states than it was given.
    TooMany(String),
    /// It says why it cannot.
    Cannot(String),
    /// Its answer cannot be read.
    Unreadable(String),
}

/// What the program says of the listing with this name, if it is asked in this way.
pub fn ask(program: &Path, name: &str, how: &[&str]) -> Result<Report, Unanswered> {
    let mut command = Command::new(program);
    command.arg(name).args(how).env("RUST_BACKTRACE", "0");
    let output = run(&mut command, LIMIT).map_err(|error| Unanswered::NotRun(error.to_string()))?;
    let output = output.ok_or(Unanswered::TooLong)?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr).trim().to_string();
        let why = if why.is_empty() { of_status(output.status) } else { why };
        return Err(match output.status.code() == Some(TOO_MANY_STATES.into()) {
            true => Unanswered::TooMany(why),
            false => Unanswered::Cannot(why),
        });
    }
    serde_json::from_slice(&output.stdout).map_err(|error| Unanswered::Unreadable(error.to_string()))
}

/// Why a program has ended that said nothing.
fn of_status(status: ExitStatus) -> String {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        /// What the system says of an access to memory that is not there: below a stack, among others.
        const SEGMENTATION_FAULT: i32 = 11;
        if status.signal() == Some(SEGMENTATION_FAULT) {
            return "one of its threads needs more stack than there is, 16 MiB for `main` and 4 MiB for another, as a \
                    recursion without end does"
                .to_string();
        }
    }
    format!("the program that explores ended by {status}")
}
