//! What a listing says of a classic shape of weak memory: store buffering, message passing, and their like.
//!
//! The names are those of the litmus tests in the literature (Jade Alglave, Luc Maranget and Michael Tautschnig, *Herding
//! cats*, 2014, has most of them).

use crate::schedules::Schedules;

/// That a listing has the accesses of a shape, and which output tells that the orderings let through what the shape asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The shape: `SB`.
    pub name: String,
    /// Its orderings, in an author's words: `relaxed`, `SeqCst fences`.
    pub orderings: String,
    /// The whole output by which one sees it; the last line ends with a line break too.
    pub output: String,
}

/// Whether the orderings of a shape let through what it asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permitted {
    /// Some order of the steps leads to it already.
    ByAnOrder,
    /// No order of the steps leads to it, and memory permits it.
    ByMemory,
    /// It is a cycle of load buffering: the language permits it, and exploring does not show it.
    Unshown,
    /// It cannot happen.
    No,
}

impl Shape {
    /// Reads what stands behind `//@ shape:`, as in `SB relaxed: both doors are open`; none if it is not of that form.
    /// `outcome` makes an output of lines divided by ` | `.
    pub(crate) fn parse(text: &str, outcome: impl Fn(&str) -> String) -> Option<Shape> {
        let (what, lines) = text.split_once(':')?;
        let (name, orderings) = what.trim().split_once(' ')?;
        let (orderings, lines) = (orderings.trim(), lines.trim());
        let is_whole = !orderings.is_empty() && !lines.is_empty();
        is_whole.then(|| Shape { name: name.to_string(), orderings: orderings.to_string(), output: outcome(lines) })
    }

    /// What exploring has found of it.
    pub fn permitted(&self, found: &Schedules) -> Permitted {
        let is_it = |outcome: &crate::Outcome| outcome.prints == self.output;
        match () {
            () if found.ordinary().iter().any(is_it) => Permitted::ByAnOrder,
            () if found.weak().iter().any(is_it) => Permitted::ByMemory,
            () if !found.load_buffering.is_empty() => Permitted::Unshown,
            () => Permitted::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_has_a_name_orderings_and_an_output() {
        let lines = |text: &str| text.replace(" | ", "\n") + "\n";
        let parse = |text| Shape::parse(text, lines);
        let shape = parse("2+2W SeqCst fences: two first coats | done").unwrap();
        assert_eq!(shape.name, "2+2W");
        assert_eq!(shape.orderings, "SeqCst fences");
        assert_eq!(shape.output, "two first coats\ndone\n");
        for faulty in ["SB relaxed", "SB: both doors are open", "SB relaxed:", "relaxed"] {
            assert_eq!(parse(faulty), None, "{faulty}");
        }
    }
}
