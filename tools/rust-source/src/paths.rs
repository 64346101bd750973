//! The paths that a program names, and the methods that it calls.

use crate::inside::{Inside, inside};
use crate::place::Place;
use crate::scope::{ScopeId, Scopes, Written};
use crate::source::{Source, name};
use proc_macro2::{TokenStream, TokenTree};
use remembered::Remembered;
use std::collections::BTreeSet;
use std::sync::Arc;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprMethodCall, ItemUse, Macro, Meta, Path, QSelf, Token, UseTree};

/// The paths of a program, in the order of its text.
#[derive(Debug, Default)]
pub struct Paths {
    /// Each path that is named, as often as it is.
    pub uses: Vec<Use>,
    /// Each call of a method.
    pub calls: Vec<Call>,
    /// Each name that the program gives to an item, a method, or a variant.
    pub defined: BTreeSet<String>,
    /// The functions that it defines, methods among them.
    pub functions: BTreeSet<String>,
    /// The macros that it defines.
    pub macros: BTreeSet<String>,
    /// The modules whose code is in another file, and where they are named.
    pub elsewhere: Vec<(String, Place)>,
    scopes: Scopes,
}

/// A path that is named.
#[derive(Debug)]
pub struct Use {
    /// Its names, without what stands between `<` and `>`.
    pub words: Vec<String>,
    /// Where its first name stands.
    pub root: Place,
    /// Where its last name stands.
    pub place: Place,
    /// In which way it is named.
    pub kind: Kind,
    rooted: bool,
    scope: ScopeId,
}

/// In which way a path is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// By a `use`; one with a `*` names the path before it.
    Import,
    /// As a value, a type or a pattern.
    Code,
    /// As a macro that is called.
    Macro,
    /// As an attribute.
    Attribute,
    /// In the tokens of a macro, about which nothing is known.
    Tokens,
}

/// A call of a method.
#[derive(Debug)]
pub struct Call {
    /// The method's name.
    pub name: String,
    /// Where that stands.
    pub place: Place,
    /// Whether it is given no arguments.
    pub bare: bool,
    /// Where the path begins of the function whose result it is called of: that of `io::stdout` in
    /// `io::stdout().flush()`.
    pub of: Option<Place>,
}

/// Those of each text of which somebody has asked.
static IN_TEXTS: Remembered<String, Paths> = Remembered::new();

impl Paths {
    /// Those of a program that has this text, which is read once however often one asks.
    pub fn in_text(program: &str) -> Arc<Paths> {
        IN_TEXTS.of(program, |program| Paths::of(&Source::read(program)))
    }

    /// Those of a program. Where it cannot be parsed, they are read from its tokens, without regard to their scopes.
    pub fn of(source: &Source) -> Paths {
        let mut reader = Reader { paths: Paths::default(), scope: 0 };
        if source.is_parsed() {
            source.visit(&mut reader);
        } else {
            reader.tokens(source.stream());
        }
        let mut paths = reader.paths;
        paths.uses.sort_by_key(|path| path.root);
        paths.calls.sort_by_key(|call| call.place);
        paths
    }

    /// The paths that begin with the name of a crate which not every program has.
    pub fn of_other_crates(&self) -> impl Iterator<Item = &Use> {
        const OF_EVERY: [&str; 3] = ["std", "core", "alloc"];
        // The primitive types are lower-case too, and so is the beginning of a tool's attribute.
        const NO_CRATES: [&str; 20] = [
            "bool",
            "char",
            "str",
            "u8",
            "u16",
            "u32",
            "u64",
            "u128",
            "usize",
            "i8",
            "i16",
            "i32",
            "i64",
            "i128",
            "isize",
            "f32",
            "f64",
            "miri",
            "diagnostic",
            "rust_analyzer",
        ];
        let another = |path: &[String]| {
            let name = path[0].as_str();
            name.starts_with(|first: char| first.is_lowercase())
                && !OF_EVERY.contains(&name)
                && !NO_CRATES.contains(&name)
        };
        let is_crates = |path: &&Use| path.kind == Kind::Import || path.words.len() > 1;
        self.uses.iter().filter(is_crates).filter(move |path| {
            let meanings = self.meanings(path);
            !meanings.is_empty() && meanings.iter().all(|path| another(path))
        })
    }

    /// What a path may mean, as paths that begin with the name of a crate: `std::sync::mpsc::channel` for
    /// `mpsc::channel`. There are several where something is brought in by `*`, and none where it means what the program
    /// defines, or a variable.
    pub fn meanings(&self, path: &Use) -> Vec<Vec<String>> {
        let written = Written { rooted: path.rooted, words: path.words.clone() };
        self.scopes.meanings(path.scope, &written, path.kind == Kind::Import)
    }
}

struct Reader {
    paths: Paths,
    scope: ScopeId,
}

impl Reader {
    fn within(&mut self, scope: ScopeId, read: impl FnOnce(&mut Reader)) {
        let outer = std::mem::replace(&mut self.scope, scope);
        read(self);
        self.scope = outer;
    }

    fn path(&mut self, path: &Path, kind: Kind) {
        if let (Some(first), Some(last)) = (path.segments.first(), path.segments.last()) {
            self.paths.uses.push(Use {
                words: path.segments.iter().map(|segment| name(&segment.ident)).collect(),
                root: Place::of(&first.ident),
                place: Place::of(&last.ident),
                kind,
                rooted: path.leading_colon.is_some(),
                scope: self.scope,
            });
        }
    }

    /// A path that may begin with a type: `<Vec<u8> as Trait>::make` names `Trait::make`, and `<Vec<u8>>::new` no path.
    fn qualified(&mut self, of: Option<&QSelf>, path: &Path) {
        if let Some(of) = of {
            self.visit_type(&of.ty);
        }
        if of.is_none_or(|of| of.position > 0) {
            self.path(path, Kind::Code);
        }
        visit::visit_path(self, path);
    }

    fn define_space(&mut self, ident: &syn::Ident) {
        self.paths.defined.insert(name(ident));
        self.paths.scopes.define_space(self.scope, &name(ident));
    }

    fn define_value(&mut self, ident: &syn::Ident) {
        self.paths.defined.insert(name(ident));
        self.paths.scopes.define_value(self.scope, &name(ident));
    }

    /// A tree of a `use`, below this path.
    fn tree(&mut self, tree: &UseTree, path: &Written, root: Option<Place>) {
        let below = |ident: &syn::Ident| {
            let mut path = path.clone();
            if ident != "self" || path.words.is_empty() {
                path.words.push(name(ident));
            }
            path
        };
        match tree {
            UseTree::Path(part) => {
                self.tree(&part.tree, &below(&part.ident), root.or_else(|| Some(Place::of(&part.ident))));
            }
            UseTree::Name(part) => {
                let path = below(&part.ident);
                self.import(&path, root, Place::of(&part.ident));
                if let Some(last) = path.words.last().cloned() {
                    self.paths.scopes.bring(self.scope, last, path);
                }
            }
            UseTree::Rename(part) => {
                let path = below(&part.ident);
                self.import(&path, root, Place::of(&part.ident));
                self.paths.scopes.bring(self.scope, name(&part.rename), path);
            }
            UseTree::Glob(part) => {
                self.import(path, root, Place::of(part));
                self.paths.scopes.bring_all(self.scope, path.clone());
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, path, root)),
        }
    }

    fn import(&mut self, path: &Written, root: Option<Place>, place: Place) {
        let Written { rooted, words } = path.clone();
        let (kind, scope) = (Kind::Import, self.scope);
        self.paths.uses.push(Use { words, root: root.unwrap_or(place), place, kind, rooted, scope });
    }

    fn brought(&mut self, item: &ItemUse) {
        let path = Written { rooted: item.leading_colon.is_some(), words: Vec::new() };
        self.tree(&item.tree, &path, None);
    }

    fn attribute(&mut self, meta: &Meta) {
        const OF_WORDS: [&str; 9] = ["allow", "warn", "deny", "forbid", "expect", "doc", "cfg", "rustfmt", "clippy"];
        let path = meta.path();
        if path.segments.first().is_some_and(|first| OF_WORDS.iter().any(|word| first.ident == word)) {
            return;
        }
        self.path(path, Kind::Attribute);
        match meta {
            Meta::List(list) => match Punctuated::<Meta, Token![,]>::parse_terminated.parse2(list.tokens.clone()) {
                // The first says when, the others are attributes.
                Ok(all) if path.is_ident("cfg_attr") => all.iter().skip(1).for_each(|meta| self.attribute(meta)),
                Ok(all) if path.is_ident("unsafe") => all.iter().for_each(|meta| self.attribute(meta)),
                Ok(all) if path.is_ident("derive") => {
                    all.iter().for_each(|meta| self.path(meta.path(), Kind::Code));
                }
                _ => self.tokens(&list.tokens),
            },
            Meta::NameValue(given) => Visit::visit_expr(self, &given.value),
            Meta::Path(_) => {}
        }
    }

    /// What tokens reveal without a tree: paths, names, macros, and method calls.
    fn tokens(&mut self, stream: &TokenStream) {
        // What a macro brings in is brought in where its tokens are.
        let scope = self.paths.scopes.block(self.scope);
        self.within(scope, |reader| reader.tokens_here(stream));
    }

    fn tokens_here(&mut self, stream: &TokenStream) {
        let trees: Vec<TokenTree> = stream.clone().into_iter().collect();
        let is = |at: usize, sign: char| matches!(trees.get(at), Some(TokenTree::Punct(it)) if it.as_char() == sign);
        let colons = |at: usize| is(at, ':') && is(at + 1, ':');
        let mut at = 0;
        while let Some(tree) = trees.get(at) {
            at += 1;
            let ident = match tree {
                TokenTree::Group(group) => {
                    self.tokens(&group.stream());
                    continue;
                }
                TokenTree::Ident(ident) => ident,
                _ => continue,
            };
            let before = |sign: char| at >= 2 && is(at - 2, sign);
            if ident == "use"
                && let Some(end) = (at..trees.len()).find(|end| is(*end, ';'))
                && let Ok(item) = syn::parse2::<ItemUse>(trees[at - 1..=end].iter().cloned().collect())
            {
                self.brought(&item);
                at = end + 1;
                continue;
            }
            if before('.') {
                if let Some(TokenTree::Group(arguments)) = trees.get(at)
                    && arguments.delimiter() == proc_macro2::Delimiter::Parenthesis
                {
                    let (place, bare) = (Place::of(ident), arguments.stream().is_empty());
                    self.paths.calls.push(Call { name: name(ident), place, bare, of: None });
                }
                continue;
            }
            if let Some(TokenTree::Ident(function)) = trees.get(at).filter(|_| ident == "fn") {
                self.paths.functions.insert(name(function));
            }
            let mut words = vec![ident];
            while colons(at) {
                let Some(TokenTree::Ident(next)) = trees.get(at + 2) else { break };
                words.push(next);
                at += 3;
            }
            let begin = at - 3 * (words.len() - 1) - 1;
            // `$name` and `'name` are no names of their own; what follows `>::` is a part of a type.
            if begin > 0 && (is(begin - 1, '$') && ident != "crate" || is(begin - 1, '\'')) {
                continue;
            }
            let rooted = begin > 1 && colons(begin - 2);
            if rooted && begin > 2 && (is(begin - 3, '>') || matches!(trees[begin - 3], TokenTree::Ident(_))) {
                continue;
            }
            let called = is(at, '!') && !is(at + 1, '=');
            self.paths.uses.push(Use {
                words: words.iter().map(|word| name(word)).collect(),
                root: Place::of(ident),
                place: Place::of(words[words.len() - 1]),
                kind: if called { Kind::Macro } else { Kind::Tokens },
                rooted,
                scope: self.scope,
            });
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_path(&mut self, path: &'ast Path) {
        self.path(path, Kind::Code);
        visit::visit_path(self, path);
    }

    fn visit_expr_path(&mut self, it: &'ast syn::ExprPath) {
        self.qualified(it.qself.as_ref(), &it.path);
    }

    fn visit_type_path(&mut self, it: &'ast syn::TypePath) {
        self.qualified(it.qself.as_ref(), &it.path);
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_item_mod(&mut self, it: &'ast syn::ItemMod) {
        it.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        let scope = self.paths.scopes.module(self.scope, name(&it.ident));
        self.paths.defined.insert(name(&it.ident));
        let items = it.content.iter().flat_map(|(_, items)| items);
        self.within(scope, |reader| items.for_each(|item| reader.visit_item(item)));
        if it.content.is_none() {
            self.paths.elsewhere.push((name(&it.ident), Place::of(&it.mod_token)));
        }
    }

    fn visit_block(&mut self, it: &'ast syn::Block) {
        let scope = self.paths.scopes.block(self.scope);
        self.within(scope, |reader| visit::visit_block(reader, it));
    }

    fn visit_item_use(&mut self, it: &'ast ItemUse) {
        it.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        self.brought(it);
    }

    fn visit_item_struct(&mut self, it: &'ast syn::ItemStruct) {
        self.define_space(&it.ident);
        visit::visit_item_struct(self, it);
    }

    fn visit_item_enum(&mut self, it: &'ast syn::ItemEnum) {
        self.define_space(&it.ident);
        visit::visit_item_enum(self, it);
    }

    fn visit_item_union(&mut self, it: &'ast syn::ItemUnion) {
        self.define_space(&it.ident);
        visit::visit_item_union(self, it);
    }

    fn visit_item_trait(&mut self, it: &'ast syn::ItemTrait) {
        self.define_space(&it.ident);
        visit::visit_item_trait(self, it);
    }

    fn visit_item_type(&mut self, it: &'ast syn::ItemType) {
        self.define_space(&it.ident);
        visit::visit_item_type(self, it);
    }

    fn visit_item_const(&mut self, it: &'ast syn::ItemConst) {
        self.define_value(&it.ident);
        visit::visit_item_const(self, it);
    }

    fn visit_item_static(&mut self, it: &'ast syn::ItemStatic) {
        self.define_value(&it.ident);
        visit::visit_item_static(self, it);
    }

    fn visit_item_fn(&mut self, it: &'ast syn::ItemFn) {
        self.define_value(&it.sig.ident);
        visit::visit_item_fn(self, it);
    }

    fn visit_item_macro(&mut self, it: &'ast syn::ItemMacro) {
        if let Some(ident) = &it.ident {
            self.define_value(ident);
            self.paths.macros.insert(name(ident));
        }
        visit::visit_item_macro(self, it);
    }

    fn visit_variant(&mut self, it: &'ast syn::Variant) {
        self.paths.defined.insert(name(&it.ident));
        visit::visit_variant(self, it);
    }

    fn visit_signature(&mut self, it: &'ast syn::Signature) {
        self.paths.defined.insert(name(&it.ident));
        self.paths.functions.insert(name(&it.ident));
        visit::visit_signature(self, it);
    }

    fn visit_expr_method_call(&mut self, it: &'ast ExprMethodCall) {
        let place = Place::of(&it.method);
        let of = match &*it.receiver {
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => path.path.segments.first().map(|first| Place::of(&first.ident)),
                _ => None,
            },
            _ => None,
        };
        self.paths.calls.push(Call { name: name(&it.method), place, bare: it.args.is_empty(), of });
        visit::visit_expr_method_call(self, it);
    }

    fn visit_macro(&mut self, it: &'ast Macro) {
        self.path(&it.path, Kind::Macro);
        match inside(it) {
            Inside::Expressions(all) => all.iter().for_each(|expression| Visit::visit_expr(self, expression)),
            Inside::Statements(all) => {
                for statement in &all {
                    Visit::visit_stmt(self, statement);
                }
            }
            Inside::Tokens(tokens) => self.tokens(&tokens),
        }
    }

    fn visit_attribute(&mut self, it: &'ast Attribute) {
        self.attribute(&it.meta);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each path of a program may mean, if it is something of a crate.
    fn meant(program: &str) -> Vec<String> {
        let paths = Paths::of(&Source::read(program));
        paths.uses.iter().flat_map(|path| paths.meanings(path)).map(|path| path.join("::")).collect()
    }

    #[test]
    fn a_tree_of_a_use_is_read_with_its_renamings() {
        let program = "use std::{sync::{Arc, mpsc::{self, Sender as To}}, thread as t};\nfn main() { t::spawn(|| \
                       mpsc::channel()); To::clone(&a); }";
        assert_eq!(
            meant(program),
            [
                "std::sync::Arc",
                "std::sync::mpsc",
                "std::sync::mpsc::Sender",
                "std::thread",
                "std::thread::spawn",
                "std::sync::mpsc::channel",
                "std::sync::mpsc::Sender::clone"
            ]
        );
        let place = |program: &str| Paths::of(&Source::read(program)).uses[0].place;
        assert_eq!(place("use std::{\n    sync::Arc,\n};"), Place { line: 2, column: 11 });
    }

    #[test]
    fn what_a_glob_brings_in_may_be_meant() {
        assert_eq!(meant("use std::io::*; fn main() { stdout(); }"), ["std::io", "std::io::stdout"]);
        let through = "use inner::*; mod inner { pub use std::io as i; } fn main() { i::stdout(); }";
        assert!(meant(through).contains(&"std::io::stdout".to_string()));
    }

    #[test]
    fn a_name_means_what_its_scope_says() {
        assert_eq!(meant("mod core { pub fn f() {} } fn main() { core::f(); }"), Vec::<String>::new());
        assert_eq!(meant("fn main() { let core = 1; core + 1; }"), Vec::<String>::new());
        assert_eq!(meant("fn core() {} fn main() { core::mem::f(); }"), ["core::mem::f"]);
        assert_eq!(meant("mod core { pub fn f() {} } mod other { fn g() { core::f(); } }"), ["core::f"]);
        assert_eq!(meant("mod core {} fn main() { ::core::f(); }"), ["core::f"]);
        assert_eq!(
            meant("mod m { pub use std::process; } fn main() { m::process::abort(); }"),
            ["std::process", "std::process::abort"]
        );
        assert_eq!(meant("use rayon;\nfn main() { rayon::join(a, b); }"), ["rayon", "rayon::join"]);
        assert_eq!(meant("fn f() { use std::io; io::stdin(); } fn g() { io::stdin(); }").last().unwrap(), "io::stdin");
    }

    #[test]
    fn what_stands_in_macros_is_read_too() {
        assert_eq!(meant("fn main() { println!(\"{}\", std::mem::take(&mut a)); }"), ["std::mem::take"]);
        assert_eq!(
            meant("macro_rules! m { ($a:ty) => { use std::io; io::stdout(); $crate::f(); $a::new() } }"),
            ["std::io", "std::io::stdout"]
        );
        assert_eq!(meant("matches!(a, core::Ok(x) if x > 0);"), ["core::Ok"]);
        let calls = |program: &str| {
            Paths::of(&Source::read(program)).calls.into_iter().map(|call| (call.name, call.bare)).collect::<Vec<_>>()
        };
        assert_eq!(
            calls("assert!(a.lock().is_ok()); m!(=> b.store(1));"),
            [("lock".to_string(), true), ("is_ok".to_string(), true), ("store".to_string(), false)]
        );
    }

    #[test]
    fn a_path_of_another_crate_is_found() {
        let found = |program: &str| {
            let paths = Paths::of(&Source::read(program));
            paths.of_other_crates().map(|path| path.words.join("::")).collect::<Vec<_>>()
        };
        assert_eq!(found("use rayon::prelude::*; fn main() { rand::random(); }"), ["rayon::prelude", "rand::random"]);
        assert_eq!(found("#[tokio::main] async fn main() {}"), ["tokio::main"]);
        let own = "use std::sync::mpsc; mod own {} #[rustfmt::skip] fn main() { own::f(mpsc::channel(), u8::MAX, \
                   Kind::Own, sum::<u8>()); }";
        assert!(found(own).is_empty());
    }

    #[test]
    fn what_cannot_be_parsed_is_read_by_its_tokens() {
        assert_eq!(meant("use std::io; let let = core::mem::take(a);"), ["std::io", "core::mem::take"]);
    }
}
