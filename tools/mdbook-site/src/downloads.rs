//! What can be taken away: a zip for each listing, for each part, and for the whole book.
//!
//! Those of a part and of the book are Cargo workspaces. Their members are the programs; what must not compile is beside
//! them in `fails`, each a project of its own, so that `cargo build` builds all that can be built.

use crate::archive::{Files, zip};
use crate::page::{Figure, Page};
use crate::place::Place;
use crate::project::{Project, Shown};
use crate::write;
use anyhow::Context;
use at_once::at_once;
use catalog::{Catalog, Edition, Evidence, Id, Intent, Listing, Part};
use maud::html;
use std::collections::BTreeMap;
use std::path::Path;

/// What they are made from.
pub struct Downloads<'a> {
    /// The listings.
    pub catalog: &'a Catalog,
    /// Their evidence.
    pub evidence: &'a BTreeMap<&'a Id, Evidence>,
    /// The figures that show them, in the order of the book.
    pub shown: Figures<'a>,
    /// The version of the compiler that the evidence was made with.
    pub compiler: &'a str,
    /// Where the book is published.
    pub url: Option<&'a str>,
    /// The title of the book.
    pub title: &'a str,
    /// The licence of the listings, as Cargo writes it, if the book says so.
    pub licence: Option<&'a str>,
}

/// The figures of a book, in its order, each with its page.
pub struct Figures<'a> {
    all: Vec<(&'a Page, &'a Figure)>,
    /// Where the first of each id stands among them.
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Figures<'a> {
    /// Those of these pages.
    pub fn of(pages: &'a [Page]) -> Figures<'a> {
        let all: Vec<_> = pages.iter().flat_map(|page| page.figures().map(move |figure| (page, figure))).collect();
        let mut places = BTreeMap::new();
        for (place, (_, figure)) in all.iter().enumerate() {
            places.entry(figure.id.as_str()).or_insert(place);
        }
        Figures { all, places }
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }
}

/// A zip with several listings.
pub struct Download {
    /// What it has: the name of a part, or of the book.
    pub name: String,
    /// How many programs are in it.
    pub programs: usize,
    /// How many listings that must not compile.
    pub fails: usize,
    /// How large it is, in bytes.
    pub size: usize,
    /// The edition, if that of all of its listings is not the book's.
    pub older: Option<Edition>,
}

impl Downloads<'_> {
    /// Writes all of them below the folder of the pages. Gives those of the parts, and that of the book at the end.
    pub fn write(&self, pages: &Path) -> anyhow::Result<Vec<Download>> {
        let folder = pages.join("downloads");
        let whole = self.name_of_all();
        let parts = at_once(self.parts(), |part| self.write_part(&folder, &part.name));
        let mut downloads = Vec::new();
        let mut book = Files::new();
        for part in parts {
            let (download, files) = part?;
            downloads.push(download);
            book.extend(files.into_iter().map(|(path, bytes)| (format!("{whole}/{path}"), bytes)));
        }
        let listings: Vec<&Listing> = self.catalog.listings.values().collect();
        book.extend(self.workspace(&whole, "*/programs/*", &listings));
        downloads.push(self.write_one(&folder, &whole, &book, &listings)?);
        Ok(downloads)
    }

    /// Writes the zip of each listing of a part, and that of the part. Gives the projects in it, too.
    fn write_part(&self, folder: &Path, part: &str) -> anyhow::Result<(Download, Files)> {
        let listings: Vec<&Listing> =
            self.catalog.listings.values().filter(|listing| listing.id.part == part).collect();
        for listing in &listings {
            let project = self.project(listing)?;
            let name = &listing.id.name;
            let bytes = zip(&project.files(name, project.manifest_alone()))?;
            write(&folder.join(part).join(format!("{name}.zip")), &bytes)?;
        }
        let members = self.members(part, &listings)?;
        let mut files = members.clone();
        files.extend(self.workspace(part, "programs/*", &listings));
        Ok((self.write_one(folder, part, &files, &listings)?, members))
    }

    /// The parts in the order in which the pages show their first listings.
    fn parts(&self) -> Vec<&Part> {
        let first = |part: &&Part| {
            let of_part = self.catalog.listings.keys().filter(|id| id.part == part.name);
            of_part.filter_map(|id| self.shown.place(&id.in_html())).min()
        };
        let mut parts: Vec<&Part> = self.catalog.parts.iter().collect();
        parts.sort_by_cached_key(first);
        parts
    }

    /// What the zip of the whole book is called: as the book, unless a part is called so.
    fn name_of_all(&self) -> String {
        let name = file_stem(self.title);
        match self.catalog.parts.iter().any(|part| part.name == name) {
            true => format!("{name}-whole-book"),
            false => name,
        }
    }

    fn write_one(&self, folder: &Path, name: &str, files: &Files, listings: &[&Listing]) -> anyhow::Result<Download> {
        let bytes = zip(files)?;
        write(&folder.join(format!("{name}.zip")), &bytes)?;
        let programs = listings.iter().filter(|listing| listing.is_program()).count();
        let older = listings[0].edition;
        Ok(Download {
            name: name.to_string(),
            programs,
            fails: listings.len() - programs,
            size: bytes.len(),
            older: (older != Edition::E2024 && listings.iter().all(|listing| listing.edition == older))
                .then_some(older),
        })
    }

    /// The projects of a part, below the folder of its name.
    fn members(&self, part: &str, listings: &[&Listing]) -> anyhow::Result<Files> {
        let mut files = Files::new();
        for listing in listings {
            let project = self.project(listing)?;
            let name = &listing.id.name;
            files.extend(if listing.is_program() {
                project.files(&format!("{part}/programs/{name}"), project.manifest())
            } else {
                project.files(&format!("{part}/fails/{name}"), project.manifest_alone())
            });
        }
        Ok(files)
    }

    /// What stands at the top of a workspace.
    fn workspace(&self, folder: &str, members: &str, listings: &[&Listing]) -> Files {
        let manifest = format!(
            "# The programs. What must not compile is in the folders `fails`, each a project of its own.\n\
             [workspace]\nresolver = \"3\"\nmembers = [\"{members}\"]\n"
        );
        let mut readme = format!(
            "# {folder}\n\nListings of *{}*. What each does was seen with rustc {}; its own README.md says it.\n\n\
             ```console\n$ cargo build\n$ cargo run --package {}\n```\n\nWhat must not compile is in `fails`: go to its \
             folder and run `cargo build` there, or `cargo run --example repaired`.\n\n",
            self.title,
            self.compiler,
            listings.iter().find(|listing| listing.is_program()).map_or("NAME", |listing| listing.id.name.as_str())
        );
        for listing in listings {
            readme += &format!("- `{}` ({}): {}\n", listing.id, listing.intent.word(), listing.caption);
        }
        Files::from([
            (format!("{folder}/Cargo.toml"), manifest.into_bytes()),
            (format!("{folder}/README.md"), readme.into_bytes()),
        ])
    }

    fn project<'a>(&'a self, listing: &'a Listing) -> anyhow::Result<Project<'a>> {
        let id = listing.id.in_html();
        let place = self.shown.place(&id);
        let (page, figure) = place
            .map(|place| self.shown.all[place])
            .with_context(|| format!("no page shows {}: there is no figure with the id {id}", listing.id))?;
        let shown = match self.url {
            Some(url) => Shown::At(format!("{url}{}#{id}", page.path)),
            None => Shown::InChapter(page.title()),
        };
        let repair = match &listing.intent {
            Intent::Fails { fixed_by } => Some(&self.catalog.listings[fixed_by]),
            _ => None,
        };
        let mut crates = self.catalog.crates_of(listing);
        for it in repair.map(|repair| self.catalog.crates_of(repair)).unwrap_or_default() {
            if !crates.contains(&it) {
                crates.push(it);
            }
        }
        Ok(Project {
            listing,
            evidence: &self.evidence[&listing.id],
            compiler: self.compiler,
            name: &figure.name,
            repair,
            crates,
            book: self.title,
            licence: self.licence,
            shown,
        })
    }
}

/// No name of a file is longer, of those that are made from a title. A system allows some 250 bytes.
const LONGEST_STEM: usize = 60;

/// The name of a file that is the whole book, without its extension, after the book's title: `every-interleaving`.
pub fn file_stem(title: &str) -> String {
    let words = title.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let stem: String = words.map(str::to_lowercase).collect::<Vec<_>>().join("-").chars().take(LONGEST_STEM).collect();
    if stem.is_empty() { "book".to_string() } else { stem }
}

/// Where a page has the place for the table of downloads.
pub const PLACE: Place = Place("<div class=\"downloads\"></div>");

/// The table of downloads. `root` leads from its page to the folder of the pages.
pub fn table(downloads: &[Download], root: &str) -> String {
    // That of the book comes last.
    let whole = downloads.len() - 1;
    let table = html! {
        div.downloads {
            div.table-wrapper {
                table {
                    thead { tr { th { "Zip" } th.downloads-count { "Compile" } th.downloads-count { "Do not compile" } } }
                    tbody {
                        @for (at, Download { name, programs, fails, size, older }) in downloads.iter().enumerate() {
                            tr {
                                td {
                                    a href=(format!("{root}downloads/{name}.zip")) download { (name) ".zip" }
                                    ", " (size.div_ceil(1000)) " kB"
                                    @if at == whole { ", the whole book" }
                                    @if let Some(older) = older { ", for edition " (older.year()) }
                                }
                                td.downloads-count { (programs) }
                                td.downloads-count { (fails) }
                            }
                        }
                    }
                }
            }
        }
    };
    table.into_string()
}
