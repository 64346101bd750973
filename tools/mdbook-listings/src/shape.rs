//! Tables of the shapes of memory: what the orderings of one shape let through, and of all shapes at a glance. Both are
//! Markdown, as if an author had written them.

use crate::table::{Entry, cell};
use catalog::Permitted;

/// The listings that have a shape of memory: what each asks about, and whether its orderings let that through.
pub fn of_one(entries: &[Entry<'_>]) -> String {
    let mut text = String::from("| Orderings | What is asked about | Can it happen? | Listing |\n|---|---|---|---|\n");
    for Entry { listing, explored, place, .. } in entries {
        let (Some(shape), Some(found)) = (&listing.shape, explored) else { continue };
        let output = shape.output.lines().map(|line| format!("`{}`", cell(line))).collect::<Vec<_>>().join(", ");
        let (link, caption) = (place.link(&place.name), cell(&listing.caption));
        let permitted = permitted(shape.permitted(found));
        text += &format!("| {} | {output} | {permitted} | {link}: {caption} |\n", cell(&shape.orderings));
    }
    text
}

fn permitted(permitted: Permitted) -> &'static str {
    match permitted {
        Permitted::ByAnOrder => "**yes**, by an order of the steps",
        Permitted::ByMemory => "**yes**, by memory",
        Permitted::Unshown => "the language permits it; exploring doesn’t show it",
        Permitted::No => "no",
    }
}

/// The columns of the overview, beside that of the shapes.
const COLUMNS: [&str; 4] = ["`Relaxed`", "`Release` and `Acquire`", "`SeqCst`", "Fences"];

/// The column of what only fences order.
const FENCES: usize = 3;

/// A row of the overview.
pub struct Row<'a> {
    /// The name of a shape.
    pub name: &'a str,
    /// The id of the heading below which its own table stands.
    pub section: &'a str,
    /// The listings that have it.
    pub entries: Vec<Entry<'a>>,
}

/// Whether what each shape asks about can happen, by what orders its accesses. A listing whose orderings are of no column is
/// in the table of its shape alone.
pub fn overview(rows: &[Row<'_>]) -> String {
    let mut text = format!("| Shape | {} |\n|---|---|---|---|---|\n", COLUMNS.join(" | "));
    for row in rows {
        let mut cells: [Vec<String>; COLUMNS.len()] = Default::default();
        let mut is_never = false;
        for Entry { listing, explored, place, .. } in &row.entries {
            let (Some(shape), Some(found)) = (&listing.shape, explored) else { continue };
            let Some(column) = column(&shape.orderings) else { continue };
            let permitted = shape.permitted(found);
            is_never |= column == 0 && permitted == Permitted::No;
            let of_fences =
                shape.orderings.strip_suffix(" fences").map_or(String::new(), |fences| format!("{fences}, "));
            cells[column].push(format!("{}{}: {}", cell(&of_fences), at_a_glance(permitted), place.link(&place.name)));
        }
        // A stronger ordering only takes outcomes away.
        let otherwise = if is_never { "no" } else { "–" };
        let cells = cells.map(|cell| if cell.is_empty() { otherwise.to_string() } else { cell.join("; ") });
        text += &format!("| [{}](#{}) | {} |\n", cell(row.name), row.section, cells.join(" | "));
    }
    text
}

/// The column of what the accesses of a shape, or its fences, ask for.
fn column(orderings: &str) -> Option<usize> {
    match orderings {
        // Where nobody loads, the pair has one half.
        "`Release`" => Some(1),
        _ if orderings.ends_with(" fences") => Some(FENCES),
        _ => COLUMNS.iter().position(|column| *column == orderings),
    }
}

fn at_a_glance(permitted: Permitted) -> &'static str {
    match permitted {
        Permitted::ByAnOrder | Permitted::ByMemory => "**yes**",
        Permitted::Unshown => "**yes**, not shown",
        Permitted::No => "no",
    }
}
