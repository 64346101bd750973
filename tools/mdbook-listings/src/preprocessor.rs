//! The preprocessor: from the pieces of every chapter to what stands there on the page.

use crate::building_blocks::{self, TimedLink};
use crate::edits::{Edits, Order, outdented};
use crate::explained::Explanations;
use crate::fence::fence;
use crate::figure::{Figure, Repair, figure};
use crate::misconceptions::{Misconception, misconceptions};
use crate::prediction::Choice;
use crate::table::{self, Entry, Target};
use crate::{markdown, measured, page, plain, playground, shape, sidenote, standard, timeline};
use at_once::at_once;
use catalog::{Answer, Catalog, Evidence, Explored, Id, Listing, Problem, Problems, pinned_compiler, slashes};
use chapters::{
    BuildingBlock, Chapter, Links, MOTIF, Piece, Reading, Reference, Settings, Show, Sidenote, Table, Timeline,
    counted, duration, errors_of, inconsistencies, minutes_of, time_of,
};
use mdbook_preprocessor::book::{Book, BookItem};
use mdbook_preprocessor::errors::Result;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The preprocessor.
///
/// Its name in book.toml is `listings`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Listings;

impl Preprocessor for Listings {
    fn name(&self) -> &str {
        "listings"
    }

    /// Every renderer is, as mdBook's documentation asks, but the one named `not-supported`.
    fn supports_renderer(&self, renderer: &str) -> Result<bool> {
        Ok(renderer != "not-supported")
    }

    /// # Errors
    /// Every fault of the listings and the chapters that can be seen without a compiler, all at once.
    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let page = Page::read(context, &book)?;
        // The author sees the page while writing it, so this is no fault here; the tests refuse it.
        for problem in page.edited() {
            eprintln!("warning: {problem}\n");
        }
        let texts = page.texts(|_| true);
        book.for_each_mut(|item| {
            if let BookItem::Chapter(chapter) = item
                && let Some(text) = chapter.path.as_ref().and_then(|path| texts.get(path.as_path()))
            {
                chapter.content.clone_from(text);
            }
        });
        Ok(book)
    }
}

/// The same preprocessor for some chapters alone, which then have the text that they have in the whole book. The others are
/// empty; what is wrong with them is told all the same.
///
/// It has the same name, so that mdBook runs it in the place of the other.
#[derive(Debug, Clone)]
pub struct Only(
    /// The chapters' files, relative to the folder of the chapters.
    pub Vec<PathBuf>,
);

impl Preprocessor for Only {
    fn name(&self) -> &str {
        Listings.name()
    }

    fn supports_renderer(&self, renderer: &str) -> Result<bool> {
        Listings.supports_renderer(renderer)
    }

    /// # Errors
    /// Those of [`Listings`].
    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let page = Page::read(context, &book)?;
        let texts = page.texts(|chapter| self.0.contains(&chapter.path));
        book.for_each_mut(|item| {
            if let BookItem::Chapter(chapter) = item {
                let text = chapter.path.as_ref().and_then(|path| texts.get(path.as_path()));
                chapter.content = text.cloned().unwrap_or_default();
            }
        });
        Ok(book)
    }
}

/// All that a chapter is made from.
struct Page {
    catalog: Catalog,
    /// What was found of the listings that are explored.
    explored: Explored,
    /// The answers to the catalog's matrix, if it has one.
    answers: Vec<Answer>,
    compiler: String,
    book: chapters::Book,
    settings: Settings,
    misconceptions: Vec<Misconception>,
    renderer: String,
    repository: Option<String>,
}

impl Page {
    fn read(context: &PreprocessorContext, book: &Book) -> Result<Page, Problems> {
        let mut problems = Problems::default();
        let catalog = Catalog::load(&context.root);
        let read = at_once(book.chapters(), |chapter| {
            let number = chapter.number.as_ref().map(|number| number.to_string().trim_end_matches('.').to_string());
            Some(Chapter::read(&chapter.name, number, chapter.path.as_ref()?, &chapter.content))
        });
        let chapters = read.into_iter().flatten().map(|(chapter, found)| {
            problems.extend(found);
            chapter
        });
        let book = chapters::Book::new(chapters.collect());
        let catalog = match catalog {
            Ok(catalog) => catalog,
            Err(found) => {
                problems.extend(found);
                return Err(problems);
            }
        };
        problems.extend(inconsistencies(&book, &catalog));
        let compiler = pinned_compiler(&context.root)?;
        let repository = context.config.html_config().and_then(|html| html.git_repository_url);
        let answers = match &catalog.matrix {
            // Where they cannot be read, that is one of the inconsistencies.
            Some(matrix) => matrix.answers(&context.root).unwrap_or_default(),
            None => Vec::new(),
        };
        // Where they cannot be read, or name no chapter, that is one of the inconsistencies.
        let settings = Settings::load(&context.root).unwrap_or_default();
        let misconceptions =
            settings.search.misconceptions.as_ref().map_or(Vec::new(), |path| misconceptions(&book, path));
        let renderer = context.renderer.clone();
        problems.or(Page {
            explored: catalog.explored(),
            catalog,
            answers,
            compiler,
            book,
            settings,
            misconceptions,
            renderer,
            repository,
        })
    }

    /// The listings whose evidence is of other code than theirs, or is none that was seen.
    fn edited(&self) -> impl Iterator<Item = Problem> {
        at_once(self.catalog.listings.values(), |listing| self.catalog.edited_since_blessed(listing))
            .into_iter()
            .flatten()
    }

    /// The text of each chapter that is wanted, by its path.
    fn texts(&self, wanted: impl Fn(&Chapter) -> bool) -> BTreeMap<&Path, String> {
        at_once(self.book.chapters.iter().filter(|chapter| wanted(chapter)), |chapter| {
            (chapter.path.as_path(), self.text_of(chapter))
        })
        .into_iter()
        .collect()
    }

    fn text_of(&self, chapter: &Chapter) -> String {
        let mut edits = self.pieces(chapter);
        for choices in &chapter.choices {
            // They stand in the figure above.
            edits.replace(choices.range.clone(), String::new());
        }
        if self.makes_html() {
            self.sidenotes(chapter, &mut edits);
            for question in &chapter.questions {
                edits.insert(question.range.end, Order::BeginsAnswer, page::before_answer());
                edits.insert(question.answer.end, Order::EndsAnswer, page::behind_answer());
            }
            let title =
                chapter.headings.iter().find(|heading| heading.level == 1).map_or(0, |heading| heading.range.end);
            edits.insert(title, Order::Stands, format!("\n{}\n\n", page::head(chapter, self.minutes(chapter))));
            edits.insert(chapter.content.len(), Order::Foot, self.foot(chapter));
        }
        edits.apply(&chapter.content, 0..chapter.content.len())
    }

    /// What stands for something from the catalog.
    fn pieces(&self, chapter: &Chapter) -> Edits {
        let mut edits = Edits::new();
        for (range, piece) in &chapter.pieces {
            if let Some(text) = self.text_of_piece(chapter, range, piece) {
                edits.replace(range.clone(), text);
            }
        }
        // A figure has the answers to its choices within, which have pieces of their own.
        let within = edits.clone();
        let explanations = self.explanations(chapter);
        for (range, piece) in &chapter.pieces {
            if let Piece::Show(show) = piece {
                edits.replace(range.clone(), self.show(chapter, show, &choices(chapter, show, &within), &explanations));
            }
        }
        edits
    }

    /// Moves the notes to the blocks that refer to them.
    fn sidenotes(&self, chapter: &Chapter, edits: &mut Edits) {
        let numbered: Vec<_> = chapter.sidenotes.iter().zip(1..).collect();
        let words = |note: &Sidenote| outdented(&edits.apply(&chapter.content, note.words.clone()), 4);
        let notes: Vec<_> = numbered
            .iter()
            .map(|(note, number)| (note.block.clone(), (note.label.as_str(), *number, words(note))))
            .collect();
        for (note, number) in numbered {
            edits.replace(note.reference.clone(), sidenote::reference(&note.label, number));
            edits.replace(note.definition.clone(), String::new());
        }
        for notes in notes.chunk_by(|(one, _), (other, _)| one == other) {
            let block = &notes[0].0;
            let notes: Vec<_> = notes.iter().map(|(_, note)| note.clone()).collect();
            edits.insert(block.start, Order::BeginsNoted, sidenote::before());
            edits.insert(block.end, Order::EndsNoted, sidenote::behind(&notes));
        }
    }

    /// What stands in the place of a piece. A listing that is shown has its choices within, and is no text of its own.
    fn text_of_piece(&self, chapter: &Chapter, range: &Range<usize>, piece: &Piece) -> Option<String> {
        Some(match piece {
            Piece::Show(_) => return None,
            Piece::Reference(reference) => {
                let is_theirs =
                    self.makes_html() && self.settings.search.misconceptions.as_ref() == Some(&chapter.path);
                let misconception = self.misconceptions.iter().find(|other| is_theirs && other.range == *range);
                misconception.map_or(String::new(), |it| format!("<span id=\"{}\"></span>", it.id))
                    + &self.link(chapter, reference)
            }
            // That there is no such number is one of the inconsistencies.
            Piece::Count(count) => counted(count, &self.catalog, &self.explored).unwrap_or_default(),
            // That there is no such crate is one of the inconsistencies.
            Piece::Version(version) => self.catalog.version_of(&version.name).unwrap_or_default().to_string(),
            // That it leads nowhere is one of the inconsistencies.
            Piece::Time(time) => {
                time_of(&time.target, &self.book, &self.settings.paths, &self.catalog).map_or(String::new(), duration)
            }
            // rustdoc has nothing to compile in these.
            Piece::Timeline(_) | Piece::Table(_) | Piece::BuildingBlock(_) if self.renderer == "test" => String::new(),
            Piece::Timeline(timeline) => self.timeline(chapter, timeline),
            Piece::Table(table) => self.table(chapter, table),
            Piece::BuildingBlock(block) => self.building_block(chapter, block),
        })
    }

    fn foot(&self, chapter: &Chapter) -> String {
        let listings: Vec<&Listing> = chapter.shows().map(|show| &self.catalog.listings[&show.id]).collect();
        if listings.is_empty() {
            return String::new();
        }
        let more = self.settings.chapters.verification.as_ref().map(|path| page(&self.address(chapter, path)));
        let edited = listings.iter().filter(|listing| self.catalog.edited(listing).is_some()).count();
        format!("\n\n{}\n", page::foot(&listings, edited, &self.compiler, more.as_deref()))
    }

    fn show(&self, chapter: &Chapter, show: &Show, choices: &[Choice], explanations: &Explanations) -> String {
        if self.renderer == "test" {
            return fence(&self.catalog.listings[&show.id], self.explored.get(&show.id).map(AsRef::as_ref));
        }
        let listing = &self.catalog.listings[&show.id];
        let evidence = Evidence::as_it_stands(&self.catalog.root, listing);
        let repair = match &listing.intent {
            catalog::Intent::Fails { fixed_by } => {
                let Target { name, page: address, .. } = self.target(chapter, fixed_by);
                Some(Repair { listing: &self.catalog.listings[fixed_by], name, address })
            }
            _ => None,
        };
        // Where it cannot be read, that is one of the inconsistencies.
        let schedules = self.explored.get(&show.id).map(AsRef::as_ref);
        let model = self.model_address(chapter);
        let refuted = self.misconceptions.iter().filter(|it| it.refuted_by == show.id);
        let misconceptions: Vec<(String, String)> = refuted
            .map(|it| {
                let address = page(&self.address(chapter, &it.chapter));
                (it.words.clone(), format!("{address}#{}", it.id))
            })
            .collect();
        let items = match self.settings.standard_library {
            Links::Linked => standard::items(&listing.shown.text()),
            Links::None => Vec::new(),
        };
        let shown = Figure {
            listing,
            evidence: &evidence,
            compiler: &self.compiler,
            edited: self.catalog.edited(listing),
            number: self.number(&show.id),
            anchor: show.anchor.as_deref(),
            predict: show.predict,
            choices,
            repair,
            schedules,
            explanations,
            standard: &items,
            crates: &self.catalog.crates_of(listing),
            misconceptions: &misconceptions,
            playground: match self.settings.playground {
                Links::Linked => playground::address(listing),
                Links::None => None,
            },
            path_to_root: &path_to_root(chapter),
            model: model.as_deref(),
            repository: self.repository.as_deref(),
        };
        if self.makes_html() { figure(&shown) } else { plain::listing(&shown) }
    }

    fn makes_html(&self) -> bool {
        self.renderer == "html"
    }

    /// A picture of one schedule. What cannot be shown is one of the inconsistencies.
    fn timeline(&self, chapter: &Chapter, shown: &Timeline) -> String {
        let Target { name, page: address, .. } = self.target(chapter, &shown.id);
        let picture = if self.makes_html() { timeline::figure } else { plain::timeline };
        self.explored.get(&shown.id).map_or(String::new(), |found| picture(found, shown.outcome - 1, &name, &address))
    }

    /// How long it takes to read, for a chapter that is read from the first word to the last.
    fn minutes(&self, chapter: &Chapter) -> Option<usize> {
        chapter.is_read_through().then(|| Reading::of(chapter, &self.catalog).minutes())
    }

    /// A building block. What it names and is not there is one of the inconsistencies.
    fn building_block(&self, chapter: &Chapter, block: &BuildingBlock) -> String {
        let makes_html = self.makes_html();
        match block {
            BuildingBlock::Motif | BuildingBlock::Forget if !makes_html => String::new(),
            BuildingBlock::Motif => self.motif(),
            BuildingBlock::Forget => building_blocks::forget(),
            BuildingBlock::Play(id) => {
                let Target { name, page: address, .. } = self.target(chapter, id);
                let listing = &self.catalog.listings[id];
                let found = self.explored.get(id).filter(|_| makes_html);
                found.map_or(self.link(chapter, &Reference { id: id.clone(), words: String::new() }), |found| {
                    building_blocks::play(listing, found, &name, &address)
                })
            }
            BuildingBlock::Part => {
                let links = self.book.below(chapter).map(|below| TimedLink {
                    link: markdown::link(&markdown::escaped(&below.title), &self.address(chapter, &below.path)),
                    suffix: String::new(),
                    minutes: Reading::of(below, &self.catalog).minutes(),
                });
                let minutes = minutes_of(self.book.below(chapter), &self.catalog);
                self.timed_links(&links.collect::<Vec<_>>(), ["chapter", "chapters"], minutes, "ways-part")
            }
            BuildingBlock::Path(name) => {
                let sections = self.settings.paths.get(name).into_iter().flatten();
                let links = sections.filter_map(|section| self.book.section(section)).map(|section| {
                    let address = self.address(chapter, &section.chapter.path);
                    let place = section.id.map_or(String::new(), |id| format!("#{id}"));
                    TimedLink {
                        link: markdown::link(section.words, &format!("{address}{place}")),
                        suffix: section
                            .id
                            .map_or(String::new(), |_| format!(", in *{}*", markdown::escaped(&section.chapter.title))),
                        minutes: section.reading(&self.catalog).minutes(),
                    }
                });
                let minutes = time_of(name, &self.book, &self.settings.paths, &self.catalog).unwrap_or_default();
                self.timed_links(&links.collect::<Vec<_>>(), ["section", "sections"], minutes, "ways-path")
            }
        }
    }

    /// In columns on a page, which have the look of this class, and else as a list.
    fn timed_links(&self, links: &[TimedLink], names: [&str; 2], minutes: usize, class: &str) -> String {
        if self.makes_html() {
            building_blocks::columns(links, names, minutes, class)
        } else {
            building_blocks::list(links, names, minutes)
        }
    }

    /// The motif, where the book has one.
    fn motif(&self) -> String {
        std::fs::read_to_string(self.catalog.root.join(MOTIF)).map_or(String::new(), |svg| building_blocks::motif(&svg))
    }

    fn table(&self, chapter: &Chapter, table: &Table) -> String {
        let framed = |table: String| if self.makes_html() { table::framed(&table) } else { table };
        match table {
            Table::Error(name) => {
                let entries = self.entries(chapter, |listing| errors_of(listing).contains(name));
                framed(table::of_error(name, &entries, &self.catalog))
            }
            Table::Shape(name) => {
                let has_it = |listing: &Listing| listing.shape.as_ref().is_some_and(|shape| shape.name == *name);
                framed(shape::of_one(&self.entries(chapter, has_it)))
            }
            Table::Shapes => {
                let rows: Vec<shape::Row<'_>> = shapes_below(chapter)
                    .map(|(name, section)| {
                        let has_it =
                            |listing: &Listing| listing.shape.as_ref().is_some_and(|shape| shape.name == *name);
                        shape::Row { name, section, entries: self.entries(chapter, has_it) }
                    })
                    .collect();
                let overview = shape::overview(&rows);
                // Its columns are what it's read by, so it stays a table where others become paragraphs.
                if self.makes_html() { table::framed_as("shapes-table", &overview) } else { overview }
            }
            Table::Measured(name) => match self.catalog.measurements.get(name) {
                Some(found) if self.makes_html() => measured::figure(found),
                Some(found) => measured::in_markdown(found),
                // One of the inconsistencies.
                None => String::new(),
            },
            Table::Index(word) => {
                let entries = self.entries(chapter, |listing| listing.intent.word() == word);
                if self.makes_html() { table::index(&entries) } else { table::index_in_markdown(&entries) }
            }
            Table::Matrix => {
                let rows = self.catalog.matrix.as_ref().map_or(&[][..], |matrix| &matrix.rows);
                let table = if self.makes_html() { table::matrix } else { plain::matrix };
                table(rows, &self.answers, &self.compiler)
            }
        }
    }

    /// Entries of a table in the chapter `from`: the listings that are wanted, in the order in which the book shows them.
    fn entries<'a>(&'a self, from: &Chapter, wanted: impl Fn(&Listing) -> bool) -> Vec<Entry<'a>> {
        let shown = self.book.chapters.iter().flat_map(|chapter| {
            chapter.pieces.iter().filter_map(move |(_, piece)| match piece {
                Piece::Show(show) if self.book.places[&show.id] == chapter.path => Some((chapter, &show.id)),
                _ => None,
            })
        });
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for (chapter, id) in shown {
            let listing = &self.catalog.listings[id];
            if wanted(listing) && entries.iter().all(|entry| entry.listing.id != *id) {
                entries.push(Entry {
                    listing,
                    number: self.number(id),
                    explored: self.explored.get(id).map(AsRef::as_ref),
                    part: self.part_of(chapter).title.clone(),
                    place: self.target(from, id),
                    chapter: Target {
                        name: chapter.title.clone(),
                        address: self.address(from, &chapter.path),
                        page: page(&self.address(from, &chapter.path)),
                    },
                });
            }
        }
        entries
    }

    /// What opens the part of a chapter; the chapter itself where it is in none.
    fn part_of<'a>(&'a self, chapter: &'a Chapter) -> &'a Chapter {
        let mut openers = self.book.chapters.iter().filter(|opener| opener.opens_part());
        openers.find(|opener| self.book.below(opener).any(|below| below.path == chapter.path)).unwrap_or(chapter)
    }

    /// Where the book says what exploring leaves out, as a page links to it.
    fn model_address(&self, from: &Chapter) -> Option<String> {
        let model = self.settings.chapters.model.as_ref()?;
        let (path, id) = model.split_once('#').unwrap_or((model, ""));
        Some(format!("{}#{id}", page(&self.address(from, Path::new(path)))))
    }

    /// Where the book tells of each error: the heading above the table of those who have it.
    fn explanations(&self, from: &Chapter) -> Explanations {
        let mut explanations = Explanations::new();
        for chapter in &self.book.chapters {
            for (range, piece) in &chapter.pieces {
                let Piece::Table(Table::Error(code)) = piece else { continue };
                let above = chapter.headings.iter().rev().find(|heading| heading.range.end <= range.start);
                let id = above.map_or("", |heading| heading.id.as_str());
                explanations.insert(code.clone(), format!("{}#{id}", page(&self.address(from, &chapter.path))));
            }
        }
        explanations
    }

    /// Where a link to a listing leads, and what a reader calls it.
    fn target(&self, from: &Chapter, id: &Id) -> Target {
        let (name, address) = self.name_and_address(from, id);
        let page = address.replacen(".md#", ".html#", 1);
        // In Markdown alone a listing has no id, so a link leads to its chapter.
        let chapter = address.split('#').next().unwrap_or_default().to_string();
        Target { name, address: if self.makes_html() { address } else { chapter }, page }
    }

    fn link(&self, from: &Chapter, reference: &Reference) -> String {
        let target = self.target(from, &reference.id);
        target.link(if reference.words.is_empty() { &target.name } else { &reference.words })
    }

    fn name_and_address(&self, from: &Chapter, id: &Id) -> (String, String) {
        // The number does not begin a line.
        let name = format!("Listing\u{a0}{}", self.number(id));
        (name, format!("{}#{}", self.address(from, &self.book.places[id]), id.in_html()))
    }

    fn number(&self, id: &Id) -> usize {
        // That one has none is one of the inconsistencies.
        self.catalog.numbers.of(id).unwrap_or_default()
    }

    /// A chapter's address as another chapter links to it; empty for the same one.
    fn address(&self, from: &Chapter, to: &Path) -> String {
        if to == from.path { String::new() } else { path_to_root(from) + &slashes(to) }
    }
}

/// What can be chosen of the listing that is shown.
fn choices(chapter: &Chapter, show: &Show, pieces: &Edits) -> Vec<Choice> {
    let of = chapter.choices.iter().find(|choices| choices.show == *show);
    let shown = |choice: &chapters::Choice| Choice {
        words: choice.words.clone(),
        judgement: choice.judgement,
        claim: choice.claim.clone(),
        answer: outdented(&pieces.apply(&chapter.content, choice.answer.clone()), choice.indent),
    };
    of.map_or(Vec::new(), |choices| choices.list.iter().map(shown).collect())
}

/// The shapes of memory that have a table of their own in a chapter, with the id of the heading above it.
fn shapes_below(chapter: &Chapter) -> impl Iterator<Item = (&String, &str)> {
    chapter.pieces.iter().filter_map(|(range, piece)| {
        let Piece::Table(Table::Shape(name)) = piece else { return None };
        let above = chapter.headings.iter().rev().find(|heading| heading.range.end <= range.start);
        Some((name, above.map_or("", |heading| heading.id.as_str())))
    })
}

/// The way from a chapter's page to the first one: `../` for each folder.
fn path_to_root(chapter: &Chapter) -> String {
    "../".repeat(chapter.path.parent().map_or(0, |folder| folder.components().count()))
}

/// The address of a chapter's page, where mdBook does not make it of the chapter's.
fn page(address: &str) -> String {
    address.strip_suffix(".md").map_or(String::new(), |page| format!("{page}.html"))
}
