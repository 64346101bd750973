//! Asks the compiler of each type of the matrix whether it is `Send` and whether it is `Sync`.
//!
//! One program has three functions for each type, each on a line of its own, which only compile if the answer is yes.
//! So one call of the compiler answers all of them, and the line of an error tells which it is about. The third asks
//! whether a shared reference to the type is `Send`, which by the definition of `Sync` has to be the same answer.

use crate::dependencies::Dependencies;
use crate::diagnose::diagnose;
use catalog::{Answer, Edition, Matrix, Problem, Problems, TYPES};
use std::path::Path;
use toolchain::Compiler;

const HEADER: &str = "#![allow(dead_code, unused_parens)]
fn main() {}
fn send<T: Send + ?Sized>() {}
fn sync<T: Sync + ?Sized>() {}
";

/// The compiler's answers, one for each row.
///
/// # Errors
/// Types that do not exist, and any other error than the two refusals.
pub fn ask(compiler: &Compiler, matrix: &Matrix) -> Result<Vec<Answer>, Problems> {
    let mut program = HEADER.to_string();
    for (index, row) in matrix.rows.iter().enumerate() {
        program += &format!("fn send_{index}() {{ send::<{of}>(); }}\n", of = row.of);
        program += &format!("fn sync_{index}() {{ sync::<{of}>(); }}\n", of = row.of);
        program += &format!("fn lent_{index}() {{ send::<&'static ({of})>(); }}\n", of = row.of);
    }
    let diagnosis = diagnose(compiler, None, Edition::E2024, &Dependencies::default(), &program)
        .map_err(|error| Problem::in_file(Path::new(TYPES), error.to_string(), "see what rustc says about it"))?;
    let no_answer = |of: &String| Answer { of: of.clone(), not_send: None, not_sync: None };
    let mut answers: Vec<Answer> = matrix.rows.iter().map(|row| no_answer(&row.of)).collect();
    let mut lent: Vec<Option<String>> = vec![None; matrix.rows.len()];
    let mut problems = Problems::default();
    let first = HEADER.lines().count() + 1;
    for diagnostic in &diagnosis.diagnostics {
        let Some(place) = diagnostic.lines().first().and_then(|line| line.checked_sub(first)) else {
            let fault = format!("the compiler says: {}", diagnostic.message);
            problems.push(Problem::in_file(Path::new(TYPES), fault, "see what rustc says about these types"));
            continue;
        };
        let (row, answer) = (&matrix.rows[place / 3], &mut answers[place / 3]);
        let refusal = match place % 3 {
            0 => &mut answer.not_send,
            1 => &mut answer.not_sync,
            _ => &mut lent[place / 3],
        };
        // Either of "cannot be sent" and "cannot be shared": an Arc cannot be sent where its content cannot be shared.
        if diagnostic.code() == Some("E0277") && diagnostic.message.ends_with(" between threads safely") {
            *refusal = Some(diagnostic.message.clone());
        } else {
            let fault = format!("`{}` cannot be asked about: {}", row.of, diagnostic.message);
            let problem = matrix.problem(row, fault, "write a std type with its full path");
            if !problems.0.contains(&problem) {
                problems.push(problem);
            }
        }
    }
    for ((row, answer), lent) in matrix.rows.iter().zip(&answers).zip(&lent) {
        if answer.not_sync.is_some() != lent.is_some() && problems.0.is_empty() {
            let fault = format!("`{}` is Sync but a reference to it is not Send, or the other way round", row.of);
            problems.push(matrix.problem(row, fault, "ask about a type whose lifetimes are all 'static"));
        }
    }
    problems.or(answers)
}
