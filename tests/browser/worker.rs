//! Runs cases in Node, which drives the browser: a name goes in on a line, what came of it comes out on a line.

use crate::tools::Tools;
use serde::Deserialize;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

/// Processes of Node, each with a browser of its own, kept from case to case.
pub struct Workers {
    tools: Tools,
    suites: PathBuf,
    book: PathBuf,
    idle: Mutex<Vec<Worker>>,
}

/// One such process. It ends when its standard input does.
struct Worker {
    process: Child,
    /// There until it is dropped.
    names: Option<ChildStdin>,
    results: BufReader<ChildStdout>,
}

/// What came of a case.
#[derive(Deserialize)]
struct Finished {
    failed: Option<String>,
}

impl Workers {
    /// `suites` is the folder of `worker.mjs`, `book` that of the rendered book.
    pub fn new(tools: Tools, suites: PathBuf, book: PathBuf) -> Workers {
        Workers { tools, suites, book, idle: Mutex::default() }
    }

    /// The names of all cases.
    ///
    /// # Errors
    /// A suite that cannot be read, in Node's words.
    pub fn names(&self) -> Result<Vec<String>, String> {
        let output = self.command().arg("--list").stderr(Stdio::piped()).output().map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        serde_json::from_slice(&output.stdout).map_err(|error| format!("the list of cases is no JSON: {error}"))
    }

    /// Runs one case.
    ///
    /// # Errors
    /// What did not hold, and where.
    pub fn run(&self, name: &str) -> Result<(), String> {
        let idle = self.idle.lock().expect("no test panics here").pop();
        let mut worker = match idle {
            Some(worker) => worker,
            None => Worker::start(self.command()).map_err(|error| format!("cannot start Node: {error}"))?,
        };
        // One that does not answer is not used again.
        let finished = worker.run(name).map_err(|error| format!("the worker broke off: {error}"))?;
        self.idle.lock().expect("no test panics here").push(worker);
        finished.failed.map_or(Ok(()), Err)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.tools.node);
        command.arg(self.suites.join("worker.mjs")).arg(&self.book).arg(&self.tools.chromium);
        command
    }
}

impl Worker {
    fn start(mut command: Command) -> std::io::Result<Worker> {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (Some(names), Some(results)) = (process.stdin.take(), process.stdout.take()) else {
            unreachable!("both were asked for");
        };
        Ok(Worker { process, names: Some(names), results: BufReader::new(results) })
    }

    fn run(&mut self, name: &str) -> std::io::Result<Finished> {
        if let Some(names) = &mut self.names {
            writeln!(names, "{name}")?;
        }
        let mut line = String::new();
        self.results.read_line(&mut line)?;
        Ok(serde_json::from_str(&line)?)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // The process closes its browser when its input ends; a kill would leave that behind.
        self.names = None;
        // A process that is gone already leaves nothing to wait for.
        let _ = self.process.wait();
    }
}
