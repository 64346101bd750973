//! What the names in a program mean.

use std::collections::BTreeMap;

/// The place of a scope among all of them.
pub type ScopeId = usize;

/// A module, or a block.
#[derive(Debug, Default)]
pub struct Scope {
    /// What a name is looked for in next: what is around a block. A module does not see what is around it.
    around: Option<ScopeId>,
    /// The module above that of this scope.
    above: Option<ScopeId>,
    /// The module that it is, or is in.
    module: ScopeId,
    /// What a name before `::` can be: a module, a type, or what is brought in.
    spaces: BTreeMap<String, Named>,
    /// What a name alone can be.
    values: BTreeMap<String, Named>,
    /// The paths whose contents are brought in.
    globs: Vec<Written>,
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq)]
enum Named {
    /// Something that the program defines itself and in which nothing can be looked up.
    Own,
    Module(ScopeId),
    Brought(Written),
}

/// A path as it is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Written {
    /// Whether it begins with `::`.
    pub rooted: bool,
    pub words: Vec<String>,
}

/// All scopes of a program; the first is that of the whole.
#[derive(Debug)]
pub struct Scopes(Vec<Scope>);

impl Default for Scopes {
    fn default() -> Scopes {
        Scopes(vec![Scope::default()])
    }
}

impl Scopes {
    /// A scope for a block that is in another one.
    pub fn block(&mut self, around: ScopeId) -> ScopeId {
        let Scope { above, module, .. } = self.0[around];
        self.0.push(Scope { around: Some(around), above, module, ..Scope::default() });
        self.0.len() - 1
    }

    /// A scope for a module of this name.
    pub fn module(&mut self, within: ScopeId, name: String) -> ScopeId {
        let module = self.0.len();
        self.0.push(Scope { above: Some(self.0[within].module), module, ..Scope::default() });
        self.0[within].spaces.insert(name, Named::Module(module));
        module
    }

    /// The program has an item of this name here, a module or a type.
    pub fn define_space(&mut self, within: ScopeId, name: &str) {
        self.0[within].spaces.insert(name.to_string(), Named::Own);
        self.define_value(within, name);
    }

    /// The program has an item of this name here, which nothing is part of: a function, a macro.
    pub fn define_value(&mut self, within: ScopeId, name: &str) {
        self.0[within].values.insert(name.to_string(), Named::Own);
    }

    /// A name is brought in here by a `use`.
    pub fn bring(&mut self, within: ScopeId, name: String, path: Written) {
        let scope = &mut self.0[within];
        scope.spaces.entry(name.clone()).or_insert_with(|| Named::Brought(path.clone()));
        scope.values.entry(name).or_insert(Named::Brought(path));
    }

    /// All names of a path are brought in here.
    pub fn bring_all(&mut self, within: ScopeId, path: Written) {
        self.0[within].globs.push(path);
    }

    /// What a path may mean that is written here, as paths that begin with the name of a crate. There are several where
    /// something is brought in by `*`, and none where it means what the program defines, or a variable.
    pub fn meanings(&self, within: ScopeId, path: &Written, of_use: bool) -> Vec<Vec<String>> {
        Looking { scopes: &self.0, seen: Vec::new() }.from(within, path, of_use)
    }
}

/// Looks for the meaning of one path.
struct Looking<'a> {
    scopes: &'a [Scope],
    /// The names that are being looked up. A `use` need not mean itself: `use rayon;`.
    seen: Vec<(ScopeId, String)>,
}

impl Looking<'_> {
    fn from(&mut self, within: ScopeId, path: &Written, of_use: bool) -> Vec<Vec<String>> {
        let words = &path.words[..];
        let Some(first) = words.first() else { return Vec::new() };
        if path.rooted {
            return vec![words.to_vec()];
        }
        match first.as_str() {
            "crate" => return self.in_module(0, &words[1..]),
            "self" if words.len() > 1 => return self.in_module(self.scopes[within].module, &words[1..]),
            "super" => {
                let mut module = self.scopes[within].module;
                let ups = words.iter().take_while(|word| *word == "super").count();
                for _ in 0..ups {
                    module = self.scopes[module].above.unwrap_or_default();
                }
                return self.in_module(module, &words[ups..]);
            }
            "self" | "Self" => return Vec::new(),
            _ => {}
        }
        let mut perhaps = Vec::new();
        let mut next = Some(within);
        while let Some(scope) = next {
            if let Some(found) = self.in_scope(scope, words, of_use || words.len() > 1) {
                perhaps.extend(found);
                return perhaps;
            }
            perhaps.extend(self.in_globs(scope, words));
            next = self.scopes[scope].around;
        }
        if of_use || words.len() > 1 {
            // Nothing here has that name, so it is a crate's.
            perhaps.push(words.to_vec());
        }
        perhaps
    }

    /// What a path means in a module of the program.
    fn in_module(&mut self, module: ScopeId, words: &[String]) -> Vec<Vec<String>> {
        if words.is_empty() {
            return Vec::new();
        }
        let any = self.in_scope(module, words, true).or_else(|| self.in_scope(module, words, false));
        any.unwrap_or_else(|| self.in_globs(module, words))
    }

    /// What a path means whose first name is one of this scope's own; none if it has none.
    fn in_scope(&mut self, scope: ScopeId, words: &[String], is_space: bool) -> Option<Vec<Vec<String>>> {
        let here = &self.scopes[scope];
        let names = if is_space { &here.spaces } else { &here.values };
        let named = names.get(&words[0])?.clone();
        match named {
            Named::Own => Some(Vec::new()),
            Named::Module(module) => Some(self.in_module(module, &words[1..])),
            Named::Brought(path) => {
                let looked_up = (scope, words[0].clone());
                if self.seen.contains(&looked_up) {
                    return None;
                }
                self.seen.push(looked_up);
                let found = self.from(scope, &joined(&path, &words[1..]), true);
                self.seen.pop();
                Some(found)
            }
        }
    }

    /// What a path may mean whose first name is brought in by a `*` here.
    fn in_globs(&mut self, scope: ScopeId, words: &[String]) -> Vec<Vec<String>> {
        let mut perhaps = Vec::new();
        // These are crates, whatever else a `*` may bring in.
        if words.len() > 1 && ["std", "core", "alloc"].contains(&words[0].as_str()) {
            return perhaps;
        }
        for (number, glob) in self.scopes[scope].globs.iter().enumerate() {
            let looked_up = (scope, format!("* {number}"));
            if !self.seen.contains(&looked_up) {
                self.seen.push(looked_up);
                perhaps.extend(self.from(scope, &joined(glob, words), true));
                self.seen.pop();
            }
        }
        perhaps
    }
}

fn joined(path: &Written, more: &[String]) -> Written {
    Written { rooted: path.rooted, words: path.words.iter().chain(more).cloned().collect() }
}
