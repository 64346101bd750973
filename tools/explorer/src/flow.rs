//! Where the values of a program go: from the expression that makes one, through what is around it, to what it is kept in.

use rust_source::{Extent, Inside, Place, Source, inside};
use std::collections::BTreeMap;
use syn::ext::IdentExt;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Lit, Macro, Pat, Path, Stmt, Type};

/// The expressions of a program, each with the way that its value goes.
#[derive(Debug, Default)]
pub struct Flow {
    /// Each after what it is a part of.
    pub nodes: Vec<Node>,
    /// The functions that the program defines.
    pub functions: Vec<Function>,
    /// Its tuple structs.
    pub tuples: Vec<String>,
    /// The constants that are numbers.
    pub numbers: BTreeMap<String, usize>,
}

/// An expression, or what else values go through.
#[derive(Debug)]
pub struct Node {
    pub extent: Extent,
    pub what: What,
    /// What it is a part of, and in which way its value goes there.
    pub above: Option<usize>,
    pub way: Way,
    /// Where what it has made without keeping it is gone, if that is at its end, or at the end of its statement.
    pub ends: Option<Place>,
}

/// What an expression is, as far as it matters to values.
#[derive(Debug, PartialEq)]
pub enum What {
    Call(Call),
    Method(Call, Option<String>),
    /// A path that stands for itself: a variable, or a function that is handed over.
    Path(Vec<String>),
    /// An array of as many equal elements, if their number is known.
    Repeat(Option<usize>),
    Reference,
    Closure,
    Other,
}

/// A call of a function or a method; with a method's receiver, if that is a variable or a field, goes its name.
#[derive(Debug, PartialEq)]
pub struct Call {
    /// The path of the function, or the method's name.
    pub words: Vec<String>,
    /// Where the last of them stands.
    pub place: Place,
    /// How many arguments it is given, without the receiver.
    pub given: usize,
    /// Its only argument, if that is a path.
    pub passes: Option<String>,
}

impl Call {
    pub fn name(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
}

/// In which way the value of an expression goes to what is around it.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// It is its value, or is within it.
    Same,
    /// It is a part of it with this name.
    Part(String),
    /// It is an element of it, and which one.
    Element(Option<usize>),
    /// It is what a method is called of.
    Receiver,
    /// It is what a part, an element or the content is asked of.
    Whole,
    /// It is the argument with this number.
    Argument(usize),
    /// It is bound by a pattern.
    Bound(Binding),
    /// It is assigned to what has this name.
    Assigned(String),
    /// It is the value of an item with this name, and whether that is a `static`.
    Item(String, bool),
    /// A function of the program returns it, the one with this number.
    Returned(usize),
    /// It goes nowhere.
    Stays,
}

/// The names that a pattern gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Binding {
    Name(String),
    /// By the names of fields, or the numbers of a tuple's.
    Parts(Vec<(String, Binding)>),
    /// By their places.
    Elements(Vec<Binding>),
    None,
}

/// A function that the program defines.
#[derive(Debug)]
pub struct Function {
    /// The type that it is defined for.
    pub of: Option<String>,
    pub name: String,
    /// What its parameters are called, without `self`.
    pub parameters: Vec<Binding>,
    /// What to call by the function's name, if nothing else has one.
    pub called: String,
}

impl Flow {
    /// That of a program.
    pub fn of(source: &Source) -> Flow {
        let mut reader = Reader {
            flow: Flow::default(),
            within: None,
            way: Way::Stays,
            ends: None,
            of: None,
            function: None,
            made: None,
            in_macro: false,
        };
        source.visit(&mut reader);
        reader.flow
    }

    /// The innermost expression at a place.
    pub fn at(&self, place: Place) -> Option<usize> {
        self.nodes.iter().rposition(|node| node.extent.contains(place))
    }
}

struct Reader {
    flow: Flow,
    within: Option<usize>,
    /// The way of the next expression, and where what it makes is gone.
    way: Way,
    ends: Option<Place>,
    /// The type whose methods are read.
    of: Option<String>,
    function: Option<usize>,
    /// The type that a `let` has for its value.
    made: Option<String>,
    in_macro: bool,
}

fn name(ident: &syn::Ident) -> String {
    ident.unraw().to_string()
}

impl Reader {
    /// A node of which what is read then is a part.
    fn node(&mut self, extent: Extent, what: What, read: impl FnOnce(&mut Reader)) {
        let way = std::mem::replace(&mut self.way, Way::Stays);
        self.flow.nodes.push(Node { extent, what, above: self.within, way, ends: self.ends.take() });
        let outer = self.within.replace(self.flow.nodes.len() - 1);
        read(self);
        self.within = outer;
        self.way = Way::Stays;
        self.ends = None;
    }

    fn goes(&mut self, way: Way, expression: &Expr) {
        self.way = way;
        Visit::visit_expr(self, expression);
    }

    /// An expression at whose end is gone what it has made and not kept.
    fn ends(&mut self, way: Way, expression: &Expr) {
        if !has_let(expression) {
            self.ends = Some(Extent::of(expression).to);
        }
        self.goes(way, expression);
    }

    fn block(&mut self, block: &Block, way: Way) {
        for (number, statement) in block.stmts.iter().enumerate() {
            match statement {
                Stmt::Expr(value, None) if number + 1 == block.stmts.len() => self.ends(way.clone(), value),
                Stmt::Macro(value) if number + 1 == block.stmts.len() && value.semi_token.is_none() => {
                    self.way = way.clone();
                    self.ends = Some(Extent::of(value).to);
                    self.mac(&value.mac);
                }
                other => self.visit_stmt(other),
            }
        }
    }

    /// What is read here is of no value around it.
    fn apart(&mut self, read: impl FnOnce(&mut Reader)) {
        let outer = self.within.take();
        read(self);
        self.within = outer;
    }

    fn function(&mut self, signature: &syn::Signature, block: Option<&Block>) {
        let parameters = signature.inputs.iter().filter_map(|input| match input {
            syn::FnArg::Typed(typed) => Some(binding(&typed.pat)),
            syn::FnArg::Receiver(_) => None,
        });
        let (of, name) = (self.of.clone(), name(&signature.ident));
        // One that makes values of its type is known by the type.
        let called = of.clone().filter(|_| signature.receiver().is_none()).unwrap_or_else(|| name.clone());
        self.flow.functions.push(Function { of, name, parameters: parameters.collect(), called });
        let outer = self.function.replace(self.flow.functions.len() - 1);
        if let Some(block) = block {
            let way = Way::Returned(self.flow.functions.len() - 1);
            self.apart(|reader| reader.block(block, way));
        }
        self.function = outer;
    }

    fn arguments<'a>(&mut self, all: impl IntoIterator<Item = &'a Expr>) {
        all.into_iter().enumerate().for_each(|(number, argument)| self.goes(Way::Argument(number), argument));
    }

    /// The words of a path, with the type that `Self` stands for.
    fn words(&self, path: &Path) -> Vec<String> {
        let word = |segment: &syn::PathSegment| match (&self.of, name(&segment.ident)) {
            (Some(of), word) if word == "Self" => of.clone(),
            (_, word) => word,
        };
        path.segments.iter().map(word).collect()
    }

    fn mac(&mut self, mac: &Macro) {
        // What these are given, they show.
        const SHOW: [&str; 4] = ["format", "print", "write", "panic"];
        let called = mac.path.segments.last().map_or_else(String::new, |last| name(&last.ident));
        let way = |number| match called.as_str() {
            "vec" => Way::Element(Some(number)),
            _ if SHOW.iter().any(|show| called.contains(show)) || called.contains("assert") => Way::Stays,
            _ => Way::Same,
        };
        let outer = std::mem::replace(&mut self.in_macro, true);
        self.node(Extent::of(mac), What::Other, |reader| match inside(mac) {
            Inside::Expressions(all) => match &all[..] {
                [array @ Expr::Repeat(_)] => reader.goes(Way::Same, array),
                all => all.iter().enumerate().for_each(|(number, value)| reader.goes(way(number), value)),
            },
            Inside::Statements(all) => all.iter().for_each(|statement| Visit::visit_stmt(reader, statement)),
            Inside::Tokens(_) => {}
        });
        self.in_macro = outer;
    }

    fn number(&self, length: &Expr) -> Option<usize> {
        match length {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Int(number) => number.base10_parse().ok(),
                _ => None,
            },
            Expr::Path(path) => self.flow.numbers.get(&name(path.path.get_ident()?)).copied(),
            _ => None,
        }
    }

    fn if_branches(&mut self, it: &syn::ExprIf) {
        self.ends(Way::Stays, &it.cond);
        self.block(&it.then_branch, Way::Same);
        if let Some((_, otherwise)) = &it.else_branch {
            self.goes(Way::Same, otherwise);
        }
    }

    fn of_call(&mut self, it: &syn::ExprCall) -> What {
        let Expr::Path(function) = &*it.func else { return What::Other };
        let mut words = self.words(&function.path);
        if let Some(made) = self.made.take().filter(|_| words == ["Default", "default"]) {
            words[0] = made;
        }
        let place = function.path.segments.last().map_or_else(|| Place::of(it), |last| Place::of(&last.ident));
        What::Call(Call { words, place, given: it.args.len(), passes: self.passed(&it.args) })
    }

    fn passed(&self, arguments: &syn::punctuated::Punctuated<Expr, syn::Token![,]>) -> Option<String> {
        match arguments.first() {
            Some(Expr::Path(path)) if arguments.len() == 1 => Some(self.words(&path.path).join("::")),
            _ => None,
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_expr(&mut self, it: &'ast Expr) {
        let extent = Extent::of(it);
        match it {
            Expr::Paren(syn::ExprParen { expr, .. })
            | Expr::Group(syn::ExprGroup { expr, .. })
            | Expr::Cast(syn::ExprCast { expr, .. })
            | Expr::Try(syn::ExprTry { expr, .. })
            | Expr::Await(syn::ExprAwait { base: expr, .. }) => {
                self.node(extent, What::Other, |reader| reader.goes(Way::Same, expr));
            }
            Expr::Reference(it) => self.node(extent, What::Reference, |reader| reader.goes(Way::Same, &it.expr)),
            Expr::Unary(it) => {
                let way = if matches!(it.op, syn::UnOp::Deref(_)) { Way::Whole } else { Way::Stays };
                self.node(extent, What::Other, |reader| reader.goes(way, &it.expr));
            }
            Expr::Field(it) => self.node(extent, What::Other, |reader| reader.goes(Way::Whole, &it.base)),
            Expr::Index(it) => self.node(extent, What::Other, |reader| {
                reader.goes(Way::Whole, &it.expr);
                reader.goes(Way::Stays, &it.index);
            }),
            Expr::Tuple(it) => self.node(extent, What::Other, |reader| {
                for (number, value) in it.elems.iter().enumerate() {
                    reader.goes(Way::Part(number.to_string()), value);
                }
            }),
            Expr::Array(it) => self.node(extent, What::Other, |reader| {
                for (number, value) in it.elems.iter().enumerate() {
                    reader.goes(Way::Element(Some(number)), value);
                }
            }),
            Expr::Repeat(it) => {
                let what = What::Repeat(self.number(&it.len));
                self.node(extent, what, |reader| reader.goes(Way::Element(None), &it.expr));
            }
            Expr::Struct(it) => self.node(extent, What::Other, |reader| {
                for field in &it.fields {
                    reader.goes(Way::Part(member(&field.member)), &field.expr);
                }
                it.rest.iter().for_each(|rest| reader.goes(Way::Same, rest));
            }),
            Expr::Call(it) => {
                let what = self.of_call(it);
                self.node(extent, what, |reader| {
                    if !matches!(*it.func, Expr::Path(_)) {
                        reader.goes(Way::Stays, &it.func);
                    }
                    reader.arguments(&it.args);
                });
            }
            Expr::MethodCall(it) => {
                let words = vec![name(&it.method)];
                let call =
                    Call { words, place: Place::of(&it.method), given: it.args.len(), passes: self.passed(&it.args) };
                self.node(extent, What::Method(call, kept_in(&it.receiver)), |reader| {
                    reader.goes(Way::Receiver, &it.receiver);
                    reader.arguments(&it.args);
                });
            }
            Expr::Path(it) => {
                let what = What::Path(self.words(&it.path));
                self.node(extent, what, |_| {});
            }
            Expr::Closure(it) => self.node(extent, What::Closure, |reader| reader.ends(Way::Same, &it.body)),
            Expr::Block(syn::ExprBlock { block, .. })
            | Expr::Const(syn::ExprConst { block, .. })
            | Expr::Unsafe(syn::ExprUnsafe { block, .. }) => {
                self.node(extent, What::Other, |reader| reader.block(block, Way::Same));
            }
            Expr::If(it) => self.node(extent, What::Other, |reader| reader.if_branches(it)),
            Expr::While(it) => self.node(extent, What::Other, |reader| {
                reader.ends(Way::Stays, &it.cond);
                reader.block(&it.body, Way::Stays);
            }),
            Expr::Let(it) => {
                self.node(extent, What::Other, |reader| reader.goes(Way::Bound(binding(&it.pat)), &it.expr))
            }
            Expr::ForLoop(it) => self.node(extent, What::Other, |reader| {
                let elements = Binding::Elements(vec![binding(&it.pat)]);
                reader.goes(Way::Bound(elements), &it.expr);
                reader.block(&it.body, Way::Stays);
            }),
            Expr::Match(it) => self.node(extent, What::Other, |reader| {
                reader.goes(Way::Stays, &it.expr);
                for arm in &it.arms {
                    reader.visit_pat(&arm.pat);
                    reader.ends(Way::Same, &arm.body);
                }
            }),
            Expr::Assign(it) => self.node(extent, What::Other, |reader| {
                reader.goes(Way::Stays, &it.left);
                let way = kept_in(&it.left).map_or(Way::Stays, Way::Assigned);
                reader.goes(way, &it.right);
            }),
            Expr::Return(it) => self.node(extent, What::Other, |reader| {
                let way = reader.function.map_or(Way::Stays, Way::Returned);
                it.expr.iter().for_each(|value| reader.goes(way.clone(), value));
            }),
            Expr::Binary(it) if matches!(it.op, syn::BinOp::And(_) | syn::BinOp::Or(_)) => {
                self.node(extent, What::Other, |reader| {
                    reader.ends(Way::Stays, &it.left);
                    reader.ends(Way::Stays, &it.right);
                });
            }
            Expr::Macro(it) => self.mac(&it.mac),
            other => self.node(extent, What::Other, |reader| visit::visit_expr(reader, other)),
        }
    }

    fn visit_block(&mut self, it: &'ast Block) {
        self.block(it, Way::Stays);
    }

    fn visit_stmt(&mut self, it: &'ast Stmt) {
        match it {
            Stmt::Expr(value, _) => {
                self.ends = Some(Extent::of(it).to);
                self.goes(Way::Stays, value);
            }
            Stmt::Macro(value) => {
                self.ends = Some(Extent::of(it).to);
                self.mac(&value.mac);
            }
            Stmt::Local(local) => {
                let Some(init) = &local.init else { return };
                if let Pat::Type(typed) = &local.pat {
                    self.made = type_name(&typed.ty);
                }
                self.ends = Some(Extent::of(local).to);
                self.goes(Way::Bound(binding(&local.pat)), &init.expr);
                self.made = None;
                init.diverge.iter().for_each(|(_, diverge)| self.goes(Way::Stays, diverge));
            }
            Stmt::Item(item) => self.visit_item(item),
        }
    }

    fn visit_item_fn(&mut self, it: &'ast syn::ItemFn) {
        let of = self.of.take();
        self.function(&it.sig, Some(&it.block));
        self.of = of;
    }

    fn visit_impl_item_fn(&mut self, it: &'ast syn::ImplItemFn) {
        self.function(&it.sig, Some(&it.block));
    }

    fn visit_trait_item_fn(&mut self, it: &'ast syn::TraitItemFn) {
        self.function(&it.sig, it.default.as_ref());
    }

    fn visit_item_impl(&mut self, it: &'ast syn::ItemImpl) {
        let outer = std::mem::replace(&mut self.of, type_name(&it.self_ty));
        it.items.iter().for_each(|item| self.visit_impl_item(item));
        self.of = outer;
    }

    fn visit_item_static(&mut self, it: &'ast syn::ItemStatic) {
        let way = Way::Item(name(&it.ident), !self.in_macro);
        self.apart(|reader| reader.goes(way, &it.expr));
    }

    fn visit_item_const(&mut self, it: &'ast syn::ItemConst) {
        if let Some(number) = self.number(&it.expr) {
            self.flow.numbers.insert(name(&it.ident), number);
        }
        let way = Way::Item(name(&it.ident), false);
        self.apart(|reader| reader.goes(way, &it.expr));
    }

    fn visit_item_struct(&mut self, it: &'ast syn::ItemStruct) {
        let of = name(&it.ident);
        if matches!(it.fields, syn::Fields::Unnamed(_)) {
            self.flow.tuples.push(of.clone());
        }
        for attribute in it.attrs.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            // What a derived function does stands where it is asked for.
            let default = |meta: syn::meta::ParseNestedMeta<'_>| {
                if meta.path.segments.last().is_some_and(|last| last.ident == "Default") {
                    let (of, called) = (Some(of.clone()), of.clone());
                    let function = Function { of, name: "default".to_string(), parameters: Vec::new(), called };
                    self.flow.functions.push(function);
                    self.way = Way::Returned(self.flow.functions.len() - 1);
                    self.apart(|reader| reader.node(Extent::of(&meta.path), What::Other, |_| {}));
                }
                Ok(())
            };
            // What cannot be parsed is no name.
            let _ = attribute.parse_nested_meta(default);
        }
    }

    fn visit_item_macro(&mut self, it: &'ast syn::ItemMacro) {
        self.apart(|reader| reader.mac(&it.mac));
    }
}

/// Whether a condition has a pattern, so that what it makes lives as long as the block after it.
fn has_let(condition: &Expr) -> bool {
    match condition {
        Expr::Let(_) => true,
        Expr::Binary(it) => has_let(&it.left) || has_let(&it.right),
        Expr::Paren(it) => has_let(&it.expr),
        _ => false,
    }
}

fn member(member: &syn::Member) -> String {
    match member {
        syn::Member::Named(ident) => name(ident),
        syn::Member::Unnamed(index) => index.index.to_string(),
    }
}

/// The name of the variable or the field that an expression stands for.
fn kept_in(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Path(it) => it.path.get_ident().map(name),
        Expr::Field(it) => match &it.member {
            syn::Member::Named(ident) => Some(name(ident)),
            syn::Member::Unnamed(_) => kept_in(&it.base),
        },
        Expr::Index(it) => kept_in(&it.expr),
        Expr::Unary(it) => kept_in(&it.expr),
        Expr::Paren(it) => kept_in(&it.expr),
        Expr::Reference(it) => kept_in(&it.expr),
        _ => None,
    }
}

fn type_name(of: &Type) -> Option<String> {
    match of {
        Type::Path(path) => path.path.segments.last().map(|last| name(&last.ident)),
        Type::Reference(it) => type_name(&it.elem),
        _ => None,
    }
}

fn binding(pattern: &Pat) -> Binding {
    let numbered = |all: &syn::punctuated::Punctuated<Pat, syn::Token![,]>| {
        // Behind a `..` nobody knows their numbers.
        let known = all.iter().take_while(|pattern| !matches!(pattern, Pat::Rest(_)));
        known.map(binding).collect::<Vec<_>>()
    };
    let parts = |all: Vec<Binding>| {
        Binding::Parts(all.into_iter().enumerate().map(|(number, part)| (number.to_string(), part)).collect())
    };
    match pattern {
        Pat::Ident(it) => Binding::Name(name(&it.ident)),
        Pat::Type(it) => binding(&it.pat),
        Pat::Paren(it) => binding(&it.pat),
        Pat::Reference(it) => binding(&it.pat),
        Pat::Or(it) => it.cases.first().map_or(Binding::None, binding),
        Pat::Tuple(it) => parts(numbered(&it.elems)),
        Pat::Slice(it) => Binding::Elements(numbered(&it.elems)),
        Pat::Struct(it) => {
            Binding::Parts(it.fields.iter().map(|field| (member(&field.member), binding(&field.pat))).collect())
        }
        // `Some` and `Ok` are not told from what is in them.
        Pat::TupleStruct(it) => match &numbered(&it.elems)[..] {
            [one] => one.clone(),
            all => parts(all.to_vec()),
        },
        _ => Binding::None,
    }
}
