//! The arrows of a picture: which there are, and how each goes from the box of one step to that of another.
//!
//! An arrow leaves a box sideways, goes along the gap beside the column in which it ends, and comes to the box from the side.
//! So it crosses lines of threads, and neither boxes nor words. What it shows is told by its form: dashed, with a dot where
//! it begins, or whole and round.

use crate::timeline::BOX;
use catalog::{Kind, Schedules, WeakStep};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// From one thread's column to the next, where one arrow has to go between them; and what each further one takes.
const COLUMN: usize = 48;
const LANE: usize = 6;
/// From one end of an arrow at a box to another one, where there are several.
const DOCK: usize = 8;
/// From the tip of an arrow back to where its head begins, and to either side.
const HEAD: (usize, usize) = (5, 4);

/// What an arrow is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shows {
    /// Where memory does what no order of steps explains: from what is read to the load, or from a store to that which it
    /// counts before.
    Weak,
    /// From what one thread hands on to where another one takes it over: from a release to the acquire that reads it, and
    /// where a listing asks for it from an unlocking to the locking, from a `send` to the `recv`, and so on.
    HappensBefore,
}

/// An arrow between two steps, by their places.
#[derive(Debug, PartialEq, Eq)]
struct Arrow {
    shows: Shows,
    /// None where what is read is what the atomic was made with.
    from: Option<usize>,
    to: usize,
    /// In which gap it goes, by the column on its left, and where in it.
    gap: usize,
    lane: usize,
}

/// What of an arrow is at a box. Where several are, they stand below each other in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Weak,
    ComesIn,
    GoesOut,
}

/// The arrows of one schedule.
#[derive(Debug)]
pub struct Arrows {
    all: Vec<Arrow>,
    /// Whose step each is.
    threads: Vec<usize>,
}

/// Where the boxes are.
pub struct Boxes {
    /// The middle of each thread's column.
    pub columns: Vec<usize>,
    /// The middle of each step's row.
    pub rows: Vec<usize>,
    /// Where the rows begin.
    pub head: usize,
}

impl Arrows {
    /// The arrows of a way, as [`Schedules::follow`] gives it, of which these steps are weak, and by which these take over
    /// what others have handed on.
    pub fn of(
        schedules: &Schedules,
        way: &[(usize, usize)],
        weak: &[WeakStep],
        taken_over: &[(usize, usize)],
    ) -> Arrows {
        let ends = weak.iter().filter_map(ends_of).map(|(from, to)| (Shows::Weak, from, to));
        let ends = ends.chain(taken_over.iter().map(|&(to, from)| (Shows::HappensBefore, Some(from), to)));
        let mut arrows =
            Arrows { all: Vec::new(), threads: way.iter().map(|(step, _)| schedules.steps[*step].0).collect() };
        for (shows, from, to) in ends {
            arrows.add(shows, from, to);
        }
        arrows
    }

    fn add(&mut self, shows: Shows, from: Option<usize>, to: usize) {
        let thread = self.threads[to];
        let comes_from_left = from.is_some_and(|from| self.threads[from] < thread);
        let gap = if comes_from_left { thread - 1 } else { thread };
        let mut arrow = Arrow { shows, from, to, gap, lane: 0 };
        while self.all.iter().any(|other| other.is_in_the_way_of(&arrow)) {
            arrow.lane += 1;
        }
        self.all.push(arrow);
    }

    /// From one thread's column to the next, so that all arrows have room; none where there are none.
    pub fn column(&self) -> Option<usize> {
        let last = self.all.iter().map(|arrow| arrow.lane).max()?;
        Some(COLUMN + last * LANE)
    }

    /// All of them as SVG.
    pub fn drawn(&self, boxes: &Boxes) -> Markup {
        html! {
            @for arrow in &self.all { (self.arrow(arrow, boxes)) }
        }
    }

    fn arrow(&self, arrow: &Arrow, boxes: &Boxes) -> Markup {
        let thread = self.threads[arrow.to];
        let x = boxes.columns[arrow.gap] + COLUMN / 2 + arrow.lane * LANE;
        let is_left = arrow.gap < thread;
        let tip = beside(boxes.columns[thread], BOX + 1, is_left);
        let (comes_in, goes_out) = match arrow.shows {
            Shows::Weak => (End::Weak, End::Weak),
            Shows::HappensBefore => (End::ComesIn, End::GoesOut),
        };
        let y = self.dock(boxes, arrow.to, comes_in);
        let (x0, y0) = arrow.from.map_or((x, boxes.head), |from| {
            let writer = self.threads[from];
            (beside(boxes.columns[writer], BOX, writer > thread), self.dock(boxes, from, goes_out))
        });
        let back = if is_left { tip - HEAD.0 } else { tip + HEAD.0 };
        match arrow.shows {
            Shows::Weak => html! {
                g.timeline-arrow {
                    circle cx=(x0) cy=(y0) r="3" {}
                    path.timeline-shaft d=(format!("M{x0} {y0}H{x}V{y}H{back}")) {}
                    path.timeline-tip d=(format!("M{tip} {y}L{back} {}V{}Z", y - HEAD.1, y + HEAD.1)) {}
                }
            },
            Shows::HappensBefore => {
                // Towards the box that it comes from, and towards the one at which it ends.
                let (before, behind) = if is_left { (x - 4, x + 4) } else { (x + 4, x - 4) };
                let shaft = format!("M{x0} {y0}H{before}Q{x} {y0} {x} {}V{}Q{x} {y} {behind} {y}H{tip}", y0 + 4, y - 4);
                html! {
                    g.timeline-arrow.timeline-before {
                        path.timeline-shaft d=(shaft) {}
                        path.timeline-tip d=(format!("M{back} {}L{tip} {y}L{back} {}", y - HEAD.1, y + HEAD.1)) {}
                    }
                }
            }
        }
    }

    /// How far down this end of an arrow is at the box of a step.
    fn dock(&self, boxes: &Boxes, row: usize, end: End) -> usize {
        let here: BTreeSet<End> = self.all.iter().flat_map(|arrow| arrow.ends_at(row)).collect();
        let above = here.iter().filter(|other| **other < end).count();
        boxes.rows[row] + above * DOCK - here.len().saturating_sub(1) * DOCK / 2
    }
}

/// So far to the left or to the right of a column's middle.
fn beside(column: usize, by: usize, left: bool) -> usize {
    if left { column - by } else { column + by }
}

/// Where the arrow of a weak step begins, and where it ends.
fn ends_of(step: &WeakStep) -> Option<(Option<usize>, usize)> {
    match step.kind {
        Kind::WritesBefore => Some((Some(step.at), step.written_at?)),
        _ => Some((step.written_at, step.at)),
    }
}

impl Arrow {
    /// Whether both would go along each other.
    fn is_in_the_way_of(&self, other: &Arrow) -> bool {
        let rows = |arrow: &Arrow| {
            let from = arrow.from.unwrap_or(0);
            from.min(arrow.to)..=from.max(arrow.to)
        };
        let (own, others) = (rows(self), rows(other));
        let is_beside = own.start() <= others.end() && others.start() <= own.end();
        (self.gap, self.lane) == (other.gap, other.lane) && is_beside
    }

    fn ends_at(&self, row: usize) -> impl Iterator<Item = End> {
        let comes_in = (self.to == row).then_some(End::ComesIn);
        let goes_out = (self.from == Some(row)).then_some(End::GoesOut);
        let is_weak = self.shows == Shows::Weak;
        comes_in.into_iter().chain(goes_out).map(move |end| if is_weak { End::Weak } else { end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Arrows between steps of three threads, each of which has three steps in turn.
    fn arrows(ends: &[(Shows, Option<usize>, usize)]) -> Arrows {
        let mut arrows = Arrows { all: Vec::new(), threads: (0..9).map(|step| step % 3).collect() };
        for &(shows, from, to) in ends {
            arrows.add(shows, from, to);
        }
        arrows
    }

    fn places(arrows: &Arrows) -> Vec<(usize, usize)> {
        arrows.all.iter().map(|arrow| (arrow.gap, arrow.lane)).collect()
    }

    fn drawn(arrows: &Arrows) -> String {
        let column = arrows.column().unwrap();
        let boxes = Boxes {
            columns: (0..3).map(|thread| 20 + thread * column).collect(),
            rows: (0..9).map(|row| 100 + row * 30).collect(),
            head: 80,
        };
        arrows.drawn(&boxes).into_string()
    }

    #[test]
    fn an_arrow_goes_beside_the_column_in_which_it_ends_on_the_side_from_which_it_comes() {
        use Shows::{HappensBefore, Weak};
        // From the first thread to the third, and back; from the top to the third.
        assert_eq!(places(&arrows(&[(HappensBefore, Some(0), 2)])), [(1, 0)]);
        assert_eq!(places(&arrows(&[(HappensBefore, Some(2), 3)])), [(0, 0)]);
        assert_eq!(places(&arrows(&[(Weak, None, 5)])), [(2, 0)]);
        // A thread that reads what it wrote itself.
        assert_eq!(places(&arrows(&[(Weak, Some(1), 4)])), [(1, 0)]);
    }

    #[test]
    fn arrows_that_would_lie_on_each_other_have_lanes_of_their_own_and_the_columns_make_room() {
        use Shows::{HappensBefore, Weak};
        let one = arrows(&[(HappensBefore, Some(0), 1), (HappensBefore, Some(3), 4)]);
        assert_eq!((places(&one), one.column()), (vec![(0, 0), (0, 0)], Some(48)));
        let three = arrows(&[(HappensBefore, Some(0), 4), (Weak, Some(1), 3), (HappensBefore, Some(1), 3)]);
        assert_eq!((places(&three), three.column()), (vec![(0, 0), (0, 1), (0, 2)], Some(60)));
        assert_eq!(arrows(&[]).column(), None);
    }

    #[test]
    fn the_two_kinds_have_different_forms() {
        let before = drawn(&arrows(&[(Shows::HappensBefore, Some(0), 4)]));
        assert_eq!(
            before,
            "<g class=\"timeline-arrow timeline-before\">\
             <path class=\"timeline-shaft\" d=\"M34 100H40Q44 100 44 104V216Q44 220 48 220H53\"></path>\
             <path class=\"timeline-tip\" d=\"M48 216L53 220L48 224\"></path></g>"
        );
        let weak = drawn(&arrows(&[(Shows::Weak, Some(1), 3)]));
        assert_eq!(
            weak,
            "<g class=\"timeline-arrow\"><circle cx=\"54\" cy=\"130\" r=\"3\"></circle>\
             <path class=\"timeline-shaft\" d=\"M54 130H44V190H40\"></path>\
             <path class=\"timeline-tip\" d=\"M35 190L40 186V194Z\"></path></g>"
        );
    }

    #[test]
    fn arrows_that_meet_at_a_box_keep_apart_there() {
        use Shows::{HappensBefore, Weak};
        // The last step reads an old value, with which it acquires.
        let both = drawn(&arrows(&[(Weak, Some(1), 3), (HappensBefore, Some(1), 3)]));
        assert!(both.contains("cy=\"126\"") && both.contains("M35 186L"), "{both}");
        assert!(both.contains("d=\"M60 134H") && both.contains("L35 194L"), "{both}");
        // One that acquires and releases.
        let update = drawn(&arrows(&[(HappensBefore, Some(0), 4), (HappensBefore, Some(4), 6)]));
        assert!(update.contains("L59 216L") && update.contains("d=\"M60 224H"), "{update}");
    }
}
