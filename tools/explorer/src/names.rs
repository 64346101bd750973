//! The names that things have in the code of a program.
//!
//! A thing is named after what it is kept in: a variable, a static, a field, a parameter. If a function of the program
//! makes it, its name comes from where the function is called; if that is in several places, from its field, or its
//! function or type. Nothing is guessed: without something in the code there is no name.

use crate::flow::{Binding, Call, Flow, Function, Way, What};
use crate::guards;
use rust_source::{Place, Source, Token};

/// The names in a program. One that cannot be parsed has none.
pub struct Names {
    tokens: Vec<Token>,
    flow: Flow,
    /// What is made in each place that makes something shared: what it is kept in, and the part of it that it is.
    made: Vec<Kept>,
}

/// What something is kept in.
#[derive(Debug, Clone, PartialEq)]
struct Kept {
    /// The node whose value is kept.
    root: usize,
    names: Vec<String>,
    /// Which part of that it is: the names of fields, the numbers in tuples.
    part: Vec<String>,
}

/// A step from a value to what is made of it.
#[derive(Debug, Clone)]
enum Within {
    Part(String),
    Element(Option<usize>),
}

impl Names {
    /// Reads a program.
    pub fn read(program: &str) -> Names {
        let source = Source::read(program);
        let mut names = Names { tokens: source.tokens(), flow: Flow::of(&source), made: Vec::new() };
        let makes = |node: &usize| match &names.flow.nodes[*node].what {
            What::Call(call) => makes_shared(&call.words),
            _ => false,
        };
        let makers: Vec<usize> = (0..names.flow.nodes.len()).filter(makes).collect();
        names.made = makers.into_iter().filter_map(|node| names.kept(node)).collect();
        names
    }

    /// Where a word is in a line for the first time.
    pub fn column_of(&self, word: &str, line: u32) -> Option<u32> {
        let token = self.tokens.iter().find(|token| token.place.line == line && token.text == word);
        token.map(|token| token.place.column)
    }

    /// The function whose name alone is handed to another one in this line, as `carry` in `scope.spawn(carry)`.
    pub fn function_passed_to(&self, word: &str, line: u32) -> Option<String> {
        let mut calls = self.flow.nodes.iter().filter_map(|node| match &node.what {
            What::Call(call) | What::Method(call, _) => Some(call),
            _ => None,
        });
        calls.find(|call| call.name() == word && call.place.line == line)?.passes.clone()
    }

    /// The line on which a word is handed over without being called, as `spawn` in `map(thread::spawn)`, if there is one
    /// such line alone.
    pub fn only_line_that_passes(&self, word: &str) -> Option<u32> {
        let node = self.only_that_passes(|words| words.last().is_some_and(|last| last == word))?;
        Some(self.flow.nodes[node].extent.from.line)
    }

    /// How many elements the array of the `static` has whose value is made at this place: 3 of
    /// `static DOORS: [Mutex<u8>; 3] = [const { Mutex::new(0) }; 3];`. None if it is no such array.
    pub fn elements_made_at(&self, line: u32, column: u32) -> Option<usize> {
        let mut node = self.flow.at(Place { line, column })?;
        let mut elements = None;
        loop {
            let here = &self.flow.nodes[node];
            match (&here.way, elements) {
                (Way::Same, _) => {}
                (Way::Element(None), None) => {
                    let What::Repeat(number) = self.flow.nodes[here.above?].what else { return None };
                    elements = Some(number?);
                }
                (Way::Item(_, true), elements) => return elements,
                _ => return None,
            }
            node = here.above?;
        }
    }

    /// Whether a guard that is made on this line is gone at its end: it has no name, and the statement ends here.
    pub fn lets_go_on(&self, line: u32) -> bool {
        guards::lets_go_on(&self.flow, line)
    }

    /// The names that the program gives to what is made at this place: one, or several for what has several parts, as a
    /// channel has two ends. None if it gives none. Where no line of the program makes it (0), as a function of the
    /// library does in `map(Mutex::new)`, this is the only place that hands over what makes something shared.
    pub fn given_at(&self, line: u32, column: u32) -> Vec<String> {
        let node = if line == 0 { self.only_that_passes(makes_shared) } else { self.flow.at(Place { line, column }) };
        let Some(kept) = node.and_then(|node| self.kept(node)) else { return Vec::new() };
        let others = || self.made.iter().filter(|other| other.root == kept.root && other.names == kept.names);
        match &kept.names[..] {
            // It is not alone there.
            [name] if others().any(|other| other.part != kept.part) => {
                vec![[std::slice::from_ref(name), &kept.part].concat().join(".")]
            }
            names => names.to_vec(),
        }
    }

    /// The only path that is handed over without being called, of those whose words are such.
    fn only_that_passes(&self, such: impl Fn(&[String]) -> bool) -> Option<usize> {
        let passed = |node: &usize| match &self.flow.nodes[*node] {
            node if !matches!(node.way, Way::Argument(_)) => false,
            node => matches!(&node.what, What::Path(words) if such(words)),
        };
        let mut all = (0..self.flow.nodes.len()).filter(passed);
        all.next().filter(|_| all.next().is_none())
    }

    /// What the value of this node is kept in.
    fn kept(&self, node: usize) -> Option<Kept> {
        self.climb(node, Vec::new(), &mut Vec::new())
    }

    /// The same for what is `within` the node's value; the innermost step comes first.
    fn climb(&self, mut node: usize, mut within: Vec<Within>, asked: &mut Vec<usize>) -> Option<Kept> {
        loop {
            let here = &self.flow.nodes[node];
            match &here.way {
                Way::Same | Way::Receiver => {}
                Way::Part(name) => within.push(Within::Part(name.clone())),
                Way::Element(number) => within.push(Within::Element(*number)),
                Way::Argument(number) => match &self.flow.nodes[here.above?].what {
                    What::Call(call) => {
                        if let Some(parameter) = self.parameter(call, false, *number) {
                            return project(node, parameter, within);
                        }
                        match call.name() {
                            name if name.starts_with("spawn") => return None,
                            name if self.flow.tuples.iter().any(|tuple| tuple == name) => {
                                within.push(Within::Part(number.to_string()));
                            }
                            name if keeps(name) => {}
                            // What becomes of it there, its type alone would say.
                            _ => within.clear(),
                        }
                    }
                    What::Method(call, receiver) => {
                        if let Some(parameter) = self.parameter(call, true, *number) {
                            return project(node, parameter, within);
                        }
                        if call.name().starts_with("spawn") {
                            return None;
                        }
                        if takes_in(call.name())
                            && let Some(name) = receiver
                        {
                            return Some(kept_as(node, name, &within));
                        }
                    }
                    _ => return None,
                },
                Way::Bound(binding) => return project(node, binding, within),
                Way::Assigned(name) | Way::Item(name, _) => return Some(kept_as(node, name, &within)),
                Way::Returned(function) => return self.returned(node, *function, within, asked),
                Way::Whole | Way::Stays => return None,
            }
            node = here.above?;
        }
    }

    /// The pattern of the parameter that is given the argument with this number.
    fn parameter(&self, call: &Call, of_method: bool, number: usize) -> Option<&Binding> {
        let function = self.flow.functions.iter().find(|function| is_called(function, call, of_method))?;
        // One that is called by its path is given `self` as an argument.
        let of_self = call.given.saturating_sub(function.parameters.len());
        function.parameters.get(number.checked_sub(of_self)?)
    }

    /// What the value is kept in that a function returns.
    fn returned(&self, node: usize, number: usize, within: Vec<Within>, asked: &mut Vec<usize>) -> Option<Kept> {
        let function = &self.flow.functions[number];
        let field = within.iter().rev().find_map(|step| match step {
            Within::Part(name) if name.starts_with(|first: char| !first.is_ascii_digit()) => Some(name),
            _ => None,
        });
        let itself = Kept { root: node, names: vec![field.unwrap_or(&function.called).clone()], part: Vec::new() };
        if asked.contains(&number) {
            return Some(itself);
        }
        asked.push(number);
        let calls = self.flow.nodes.iter().enumerate().filter(|(_, node)| match &node.what {
            What::Call(call) => is_called(function, call, false),
            What::Method(call, _) => is_called(function, call, true),
            What::Path(words) => matches!(node.way, Way::Argument(_)) && is_path_of(function, words),
            _ => false,
        });
        let callers: Vec<usize> = calls.map(|(node, _)| node).collect();
        let kept = match callers[..] {
            [caller] => self.climb(caller, within, asked),
            _ => None,
        };
        asked.pop();
        Some(kept.unwrap_or(itself))
    }
}

/// Whether a path is that of a function which makes what threads share.
fn makes_shared(words: &[String]) -> bool {
    const SHARED: [&str; 8] =
        ["Mutex", "RwLock", "Condvar", "Barrier", "Once", "OnceLock", "LazyLock", "ReentrantLock"];
    match words {
        [.., of, made] => {
            let is_shared = SHARED.contains(&of.as_str()) || of.starts_with("Atomic");
            is_shared && ["new", "default", "from"].contains(&made.as_str()) || is_channel(made)
        }
        [made] => is_channel(made),
        [] => false,
    }
}

fn is_channel(name: &str) -> bool {
    name == "channel" || name == "sync_channel"
}

/// Whether what a function of this name returns has its argument in it, with all parts in their places.
fn keeps(function: &str) -> bool {
    ["new", "from", "leak", "pin"].contains(&function) || function.starts_with(char::is_uppercase)
}

/// Whether a method of this name puts its argument into what it is called of.
fn takes_in(method: &str) -> bool {
    const TAKE_IN: [&str; 9] = [
        "push",
        "push_back",
        "push_front",
        "insert",
        "extend",
        "resize_with",
        "set",
        "get_or_init",
        "get_or_insert_with",
    ];
    TAKE_IN.contains(&method)
}

/// Whether a call may be that of a function of the program.
fn is_called(function: &Function, call: &Call, as_method: bool) -> bool {
    if as_method {
        function.of.is_some() && call.name() == function.name && call.given == function.parameters.len()
    } else {
        is_path_of(function, &call.words)
    }
}

fn is_path_of(function: &Function, words: &[String]) -> bool {
    match (&function.of, words) {
        (Some(of), [.., before, name]) => before == of && *name == function.name,
        (None, [.., name]) => *name == function.name,
        _ => false,
    }
}

/// What is kept under a name.
fn kept_as(root: usize, name: &str, within: &[Within]) -> Kept {
    let part = within.iter().rev().filter_map(|step| match step {
        Within::Part(name) => Some(name.clone()),
        Within::Element(_) => None,
    });
    Kept { root, names: vec![name.to_string()], part: part.collect() }
}

/// What a pattern calls what is `within` its value. That a value cannot be taken apart so is up to the compiler.
fn project(root: usize, binding: &Binding, mut within: Vec<Within>) -> Option<Kept> {
    match binding {
        Binding::Name(name) => Some(kept_as(root, name, &within)),
        Binding::None => None,
        Binding::Parts(parts) => {
            while let Some(Within::Element(_)) = within.last() {
                within.pop();
            }
            match within.pop() {
                Some(Within::Part(name)) => {
                    let (_, binding) = parts.iter().find(|(other, _)| *other == name)?;
                    project(root, binding, within)
                }
                _ => all(root, binding),
            }
        }
        Binding::Elements(elements) => match (within.pop(), &elements[..]) {
            // Of a loop, or of an array that has one.
            (_, [one]) => project(root, one, within),
            (Some(Within::Element(Some(number))), elements) => project(root, elements.get(number)?, within),
            _ => all(root, binding),
        },
    }
}

/// All names that a pattern gives.
fn all(root: usize, binding: &Binding) -> Option<Kept> {
    fn collect(binding: &Binding, names: &mut Vec<String>) {
        match binding {
            Binding::Name(name) => names.push(name.clone()),
            Binding::Parts(parts) => parts.iter().for_each(|(_, part)| collect(part, names)),
            Binding::Elements(elements) => elements.iter().for_each(|element| collect(element, names)),
            Binding::None => {}
        }
    }
    let mut names = Vec::new();
    collect(binding, &mut names);
    (!names.is_empty()).then_some(Kept { root, names, part: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of what is made at the first of these words in a program.
    fn given(program: &str, made: &str) -> String {
        let before = program.split_once(made).unwrap_or_else(|| panic!("no {made} in {program}")).0;
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        Names::read(program).given_at(line as u32, column as u32).join(" ")
    }

    /// That the lock in the body of `main` has this name.
    fn is_called(name: &str, body: &str) {
        assert_eq!(given(&format!("fn main() {{\n    {body}\n}}\n"), "Mutex::new"), name, "{body}");
    }

    #[test]
    fn names_are_found_before_the_place_where_something_is_made() {
        let program = "static DOOR: Mutex<u8> = Mutex::new(0); // let x\nfn main() {\n    let (sender, receiver) = \
                       mpsc::channel();\n    let mut shared =\n        Arc::new(Mutex::new(1));\n    use_it(Mutex::new(2));\n}\n";
        let names = Names::read(program);
        assert_eq!(names.given_at(1, 26), ["DOOR"]);
        assert_eq!(names.given_at(3, 30), ["sender", "receiver"]);
        assert_eq!(names.given_at(5, 18), ["shared"]);
        assert!(names.given_at(6, 12).is_empty());
        assert!(names.given_at(166, 5).is_empty());
        let three = Names::read("fn main() {}\nstatic BRUSHES: [Mutex<()>; 3] = [const { Mutex::new(()) }; 3];\n");
        assert_eq!(three.given_at(2, 43), ["BRUSHES"]);
        assert_eq!(three.elements_made_at(2, 43), Some(3));
        assert_eq!(names.elements_made_at(1, 26), None);
        assert_eq!(names.elements_made_at(4, 18), None);
        let by_name = Names::read("const N: usize = 4;\nstatic A: [Mutex<u8>; N] = [const { Mutex::new(0) }; N];\n");
        assert_eq!(by_name.elements_made_at(2, 37), Some(4));
    }

    #[test]
    fn a_lock_has_the_name_of_what_it_is_kept_in() {
        is_called("tills", "let tills: Vec<_> = (0..3).map(|_| Mutex::new(0)).collect();");
        is_called("tills", "let tills: Vec<_> = (0..3).map(|n| { log(n); Mutex::new(n) }).collect();");
        is_called("tills", "let tills = vec![Mutex::new(0), Mutex::new(1)];");
        is_called("tills", "let tills = [const { Mutex::new(0) }; 3];");
        is_called("tills", "let tills: [_; 3] = std::array::from_fn(|_| Mutex::new(0));");
        is_called("tills", "let mut tills = Vec::new(); for _ in 0..3 { tills.push(Arc::new(Mutex::new(0))); }");
        is_called("tills", "self.tills.push(Mutex::new(0));");
        is_called("till", "let till = Arc::new(Mutex::new(0));");
        is_called("till", "let till = if many { Mutex::new(0) } else { small() };");
        is_called("till", "let shop = 1; let till: &'static Mutex<u32> = Box::leak(Box::new(Mutex::new(0)));");
        is_called("till", "for till in [Mutex::new(0), Mutex::new(1)] { open(&till); }");
        is_called("till", "till = Mutex::new(0);");
        is_called("till", "shop.till = Mutex::new(0);");
        is_called("a", "let (a, b) = (Mutex::new(0), Mutex::new(1));");
        is_called("b", "let (a, b) = (first(), Mutex::new(1));");
        is_called("b", "let [a, b] = [first(), Mutex::new(1)];");
        is_called("b", "let ((a, _), b) = ((1, 2), Arc::new(Mutex::new(1)));");
        is_called("N", "static N: Mutex<u32> = Mutex::new(0);");
        is_called("T", "thread_local! { static T: Mutex<u32> = Mutex::new(0); }");
        is_called("", "println!(\"{:?}\", Mutex::new(0));");
        is_called("", "thread::spawn(|| Mutex::new(0));");
    }

    #[test]
    fn one_of_several_locks_in_a_variable_is_told_by_its_field() {
        is_called("till", "let till = Till { drawer: Mutex::new(0), sold: 0 };");
        is_called("shop.till", "let shop = Shop { till: Mutex::new(0), safe: Mutex::new(1) };");
        is_called("pair.0", "let pair = Arc::new((Mutex::new(false), Condvar::new()));");
        is_called("till", "let Shop { till, .. } = Shop { till: Mutex::new(0), safe: Mutex::new(1) };");
        is_called("pairs.1", "let pairs: Vec<_> = (0..2).map(|_| (Condvar::new(), Mutex::new(0))).collect();");
    }

    #[test]
    fn what_a_function_makes_has_the_name_that_its_caller_gives() {
        let new = "fn new_till() -> Mutex<u32> { Mutex::new(0) }\n";
        assert_eq!(given(&format!("{new}fn main() {{ let till = new_till(); }}"), "Mutex::new"), "till");
        assert_eq!(
            given(&format!("{new}fn main() {{ let a = new_till(); let b = new_till(); }}"), "Mutex::new"),
            "new_till"
        );
        assert_eq!(
            given(&format!("{new}fn main() {{ let tills = [0; 3].map(|_| new_till()); }}"), "Mutex::new"),
            "tills"
        );
        let till =
            "struct Till { drawer: Mutex<u32> }\nimpl Till { fn open() -> Self { Self { drawer: Mutex::new(0) } } }\n";
        assert_eq!(given(&format!("{till}fn main() {{ let till = Arc::new(Till::open()); }}"), "Mutex::new"), "till");
        assert_eq!(
            given(&format!("{till}fn main() {{ let a = Till::open(); let b = Till::open(); }}"), "Mutex::new"),
            "drawer"
        );
        let gate = "struct Gate(Mutex<()>);\nimpl Gate { fn new() -> Gate { return Gate(Mutex::new(())); } }\n";
        assert_eq!(
            given(&format!("{gate}fn main() {{ let a = Gate::new(); let b = Gate::new(); }}"), "Mutex::new"),
            "Gate"
        );
        let again = "fn make(n: u8) -> Mutex<u8> { if n == 0 { Mutex::new(0) } else { make(n - 1) } }\n";
        assert_eq!(given(again, "Mutex::new"), "make");
    }

    #[test]
    fn an_argument_has_the_name_of_its_parameter() {
        let run = "fn run(till: &Mutex<u32>, times: u8) {}\n";
        assert_eq!(given(&format!("{run}fn main() {{ run(&Mutex::new(0), 3); }}"), "Mutex::new"), "till");
        let till =
            "struct Till; impl Till { fn new(drawer: Mutex<u8>) -> Till { Till } fn add(&self, lock: Mutex<u8>) {} }\n";
        assert_eq!(given(&format!("{till}fn main() {{ let t = Till::new(Mutex::new(0)); }}"), "Mutex::new"), "drawer");
        assert_eq!(given(&format!("{till}fn main() {{ t.add(Mutex::new(0)); }}"), "Mutex::new"), "lock");
        assert_eq!(given(&format!("{till}fn main() {{ Till::add(&t, Mutex::new(0)); }}"), "Mutex::new"), "lock");
    }

    #[test]
    fn what_a_derived_default_makes_has_the_name_of_the_variable_or_the_struct() {
        // The place of what it makes is that of its name.
        let till = "#[derive(Debug, Default)]\nstruct Till { drawer: Mutex<u32> }\n";
        assert_eq!(given(&format!("{till}fn main() {{ let shop = Till::default(); }}"), "Default"), "shop");
        assert_eq!(given(&format!("{till}fn main() {{ let shop: Till = Default::default(); }}"), "Default"), "shop");
        assert_eq!(
            given(&format!("{till}fn main() {{ open(Till::default()); open(Till::default()); }}"), "Default"),
            "Till"
        );
    }

    #[test]
    fn the_ends_of_a_channel_are_its_names() {
        let named = |body: &str| given(&format!("fn main() {{ {body} }}"), "channel");
        assert_eq!(named("let (tx, rx) = channel::<u32>();"), "tx rx");
        assert_eq!(named("let (mut tx, rx): (Sender<u8>, _) = mpsc::channel();"), "tx rx");
        assert_eq!(named("let ends = mpsc::sync_channel(1);"), "ends");
        assert_eq!(named("let ((a, b), c) = (mpsc::channel(), 1);"), "a b");
        assert_eq!(named("let (to, from): (Vec<_>, Vec<_>) = (0..2).map(|_| mpsc::channel()).unzip();"), "to from");
    }

    #[test]
    fn what_the_library_makes_has_the_only_name_that_it_can_have() {
        let named = |body: &str| Names::read(&format!("fn main() {{ {body} }}")).given_at(0, 0).join(" ");
        assert_eq!(named("let tills: Vec<_> = [1, 2].into_iter().map(Mutex::new).collect();"), "tills");
        assert_eq!(named("let tills = [1, 2].map(Mutex::new);"), "tills");
        assert_eq!(named("let mut tills = Vec::new(); tills.resize_with(3, Mutex::default);"), "tills");
        assert_eq!(named("let a = [1].map(Mutex::new); let b = [1].map(RwLock::new);"), "");
        assert_eq!(named("let a = [Mutex::new(1)];"), "");
    }

    #[test]
    fn a_thread_is_found_by_its_variable_and_by_what_it_runs() {
        let names = Names::read(
            "fn main() {\n    s.spawn(carry);\n    thread::spawn(shop::open);\n    \
                                 let all = [ask; 2].map(thread::spawn);\n    s.spawn(|| carry());\n}\n",
        );
        assert_eq!(names.function_passed_to("spawn", 2).as_deref(), Some("carry"));
        assert_eq!(names.function_passed_to("spawn", 3).as_deref(), Some("shop::open"));
        assert_eq!(names.function_passed_to("spawn", 5), None);
        assert_eq!(names.only_line_that_passes("spawn"), Some(4));
        assert_eq!(names.given_at(4, names.column_of("spawn", 4).unwrap()), ["all"]);
        let two = Names::read("fn main() { a.map(thread::spawn);\nb.map(thread::spawn); }");
        assert_eq!(two.only_line_that_passes("spawn"), None);
    }

    #[test]
    fn a_program_that_cannot_be_parsed_has_no_names() {
        for program in ["fn main() { let let = Mutex::new(0); }", "fn main() {", "\u{0}", ""] {
            let names = Names::read(program);
            assert!(names.given_at(1, 23).is_empty() && names.given_at(0, 0).is_empty());
            assert!(!names.lets_go_on(1));
            assert_eq!((names.elements_made_at(1, 23), names.only_line_that_passes("spawn")), (None, None));
        }
    }
}
