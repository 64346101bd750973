//! The map of statements that the book goes through: each statement has one row, and a row marked as the same as another
//! has the same verdict.

use crate::chapter::Chapter;
use crate::rows::rows;
use catalog::Problem;
use std::collections::BTreeMap;

/// What is wrong with the rows of the chapter that goes through the statements.
pub(crate) fn statements(chapter: &Chapter) -> Vec<Problem> {
    let mut problems = numbered(chapter);
    problems.extend(verdicts_that_differ(chapter));
    problems
}

/// Rows that repeat a number such as `2.14`, and numbers missing from a set before its last.
fn numbered(chapter: &Chapter) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut found: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (line, cells) in rows(chapter) {
        let fault = match number(cells[0]) {
            None => format!("`{}` is not a row number", cells[0]),
            Some(number) => match found.insert(number, line) {
                Some(_) => format!("the row {} stands twice", cells[0]),
                None => continue,
            },
        };
        problems.push(Problem::at_line(
            &chapter.file(),
            line,
            fault,
            "give each statement one row, with a number of its own",
        ));
    }
    for (&(set, row), &line) in &found {
        if row > 1 && !found.contains_key(&(set, row - 1)) {
            let fault = format!("the row {set}.{} is missing, and {set}.{row} is here", row - 1);
            problems.push(Problem::at_line(&chapter.file(), line, fault, "restore it from the history"));
        }
    }
    problems
}

/// Rows marked as the same as another, `As 2.14.`, where that other has a different verdict or does not exist.
///
/// The verdict stands in the cell before these words.
fn verdicts_that_differ(chapter: &Chapter) -> Vec<Problem> {
    let rows: Vec<(usize, Vec<&str>)> = rows(chapter).collect();
    let mut problems = Vec::new();
    for (line, cells) in &rows {
        for (column, pair) in cells.windows(2).enumerate() {
            for other in same_as(pair[1]) {
                let verdict = rows.iter().find(|(_, cells)| cells[0] == other).and_then(|(_, cells)| cells.get(column));
                let fault = match verdict {
                    Some(&verdict) if verdict == pair[0] => continue,
                    Some(verdict) => {
                        format!(
                            "the row {} is as {other}, and says `{}` where that says `{verdict}`",
                            cells[0], pair[0]
                        )
                    }
                    None => format!("the row {} is as {other}, and there is no such row", cells[0]),
                };
                let remedy = "give both the verdict that is true, or say what is different here";
                problems.push(Problem::at_line(&chapter.file(), *line, fault, remedy));
            }
        }
    }
    problems
}

/// The numbers of the rows that a cell begins with: 2.30 and 2.31 in `As 2.30 and 2.31: …`.
fn same_as(cell: &str) -> Vec<&str> {
    let words = cell.strip_prefix("As ").unwrap_or_default().split_whitespace();
    let numbers = words.map(|word| word.trim_end_matches(['.', ',', ':', ';'])).filter(|word| *word != "and");
    numbers.take_while(|word| number(word).is_some()).collect()
}

/// A row's number, `2.14`: the set of statements, and the place in it.
fn number(cell: &str) -> Option<(usize, usize)> {
    let (set, row) = cell.split_once('.')?;
    Some((set.parse().ok()?, row.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_names_those_that_it_is_as_at_its_beginning() {
        assert_eq!(same_as("As 2.14."), ["2.14"]);
        assert_eq!(same_as("As 2.30, 2.31 and 2.32: both threads, in 2.33."), ["2.30", "2.31", "2.32"]);
        assert_eq!(same_as("As captured values must be moved, as 2.14 says"), [""; 0]);
        assert_eq!(same_as("It is kept. As 2.14."), [""; 0]);
    }
}
