//! As `std::thread`.

use crate::pace::{self, pause};
use crate::waiting::{Alive, Waiting, waiting};
use std::cell::RefCell;
use std::io;
use std::ops::Deref;
use std::time::Duration;

pub use std::thread::*;

/// What a thread runs, with its pace.
fn body<T>(f: impl FnOnce() -> T) -> impl FnOnce() -> T {
    pause();
    let (seed, alive) = (pace::seed_of_a_child(), Alive::begin());
    move || {
        let _alive = alive;
        pace::begin(seed);
        pause();
        let result = f();
        pause();
        result
    }
}

pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    JoinHandle::new(std::thread::spawn(body(f)))
}

/// Defines a handle around std's of the same name.
macro_rules! join_handle {
    ($name:ident $(, $scope:lifetime)?) => {
        #[derive(Debug)]
        pub struct $name<$($scope,)? T> {
            handle: std::thread::$name<$($scope,)? T>,
            thread: Thread,
        }

        impl<$($scope,)? T> $name<$($scope,)? T> {
            fn new(handle: std::thread::$name<$($scope,)? T>) -> $name<$($scope,)? T> {
                $name { thread: Thread(handle.thread().clone()), handle }
            }

            pub fn join(self) -> Result<T> {
                pause();
                waiting(|| self.handle.join())
            }

            pub fn thread(&self) -> &Thread {
                &self.thread
            }

            pub fn is_finished(&self) -> bool {
                pause();
                self.handle.is_finished()
            }
        }
    };
}

join_handle!(JoinHandle);
join_handle!(ScopedJoinHandle, 'scope);

#[derive(Debug, Clone)]
pub struct Thread(std::thread::Thread);

impl Thread {
    pub fn unpark(&self) {
        pause();
        self.0.unpark();
    }
}

impl Deref for Thread {
    type Target = std::thread::Thread;

    fn deref(&self) -> &std::thread::Thread {
        &self.0
    }
}

pub fn current() -> Thread {
    Thread(std::thread::current())
}

pub fn park() {
    pause();
    waiting(std::thread::park);
}

pub fn park_timeout(time: Duration) {
    pause();
    std::thread::park_timeout(time);
}

pub fn yield_now() {
    pause();
    std::thread::yield_now();
}

#[derive(Debug)]
pub struct Builder(std::thread::Builder);

impl Builder {
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    pub fn new() -> Builder {
        Builder(std::thread::Builder::new())
    }

    pub fn name(self, name: String) -> Builder {
        Builder(self.0.name(name))
    }

    pub fn stack_size(self, size: usize) -> Builder {
        Builder(self.0.stack_size(size))
    }

    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        self.0.spawn(body(f)).map(JoinHandle::new)
    }

    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.0.spawn_scoped(scope.0, body(f)).map(ScopedJoinHandle::new)
    }
}

#[derive(Debug)]
pub struct Scope<'scope, 'env: 'scope>(&'scope std::thread::Scope<'scope, 'env>);

pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    // From the end of the closure on, std's scope waits.
    let waits = RefCell::new(None);
    std::thread::scope(|scope| {
        let _at_its_end = AtItsEnd(&waits);
        // Never freed: it is asked to live as long as std's scope, and there are few of them in a program.
        f(Box::leak(Box::new(Scope(scope))))
    })
}

struct AtItsEnd<'a>(&'a RefCell<Option<Waiting>>);

impl Drop for AtItsEnd<'_> {
    fn drop(&mut self) {
        pause();
        self.0.replace(Some(Waiting::begin()));
    }
}

impl<'scope> Scope<'scope, '_> {
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        ScopedJoinHandle::new(self.0.spawn(body(f)))
    }
}
