//! Running trials so that no filter hides why there are none: what nothing could be read for has not passed.

use libtest_mimic::{Arguments, Conclusion, Failed, Trial};

/// Runs the one trial that stands for all those which there are not, whatever the arguments ask for.
///
/// A filter asks for some of the trials that there should be. It meets none of them, and does not meet this one either:
/// so without this a test that somebody has asked for by its name would pass, with nothing tested.
pub fn run_none(mut arguments: Arguments, name: &str, why: impl Into<Failed>) -> Conclusion {
    arguments.filter = None;
    arguments.skip = Vec::new();
    arguments.exact = false;
    arguments.ignored = false;
    let why = why.into();
    libtest_mimic::run(&arguments, vec![Trial::test(name, move || Err(why))])
}
