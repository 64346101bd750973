//! A request of 16 bytes to a server on the same machine, and its answer. The server has a thread for each of its clients, or a
//! task for each, on as many threads as there are cores or on one; each client has sent its request before the first asks for
//! an answer.
//@ one: request
//@ claim: a thread for each @ 1 client < 1.5 * a task for each @ 1 client
//@ claim: a task for each @ 1 client < 1.5 * a thread for each @ 1 client
//@ claim: a task for each @ 1 client > 3 * a task for each @ 400 clients
//@ claim: a thread for each @ 400 clients > 1.3 * a task for each @ 400 clients
//@ claim: a task for each, on one thread @ 400 clients < 1.3 * a task for each @ 400 clients

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

const REQUEST: [u8; 16] = *b"how is the wind?";

fn here() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").unwrap()
}

/// Serves so many clients, each by a thread of its own, until they hang up.
fn serve_by_threads(listener: &TcpListener, clients: usize) {
    thread::scope(|scope| {
        for _ in 0..clients {
            let (mut client, _) = listener.accept().unwrap();
            client.set_nodelay(true).unwrap();
            scope.spawn(move || {
                let mut request = REQUEST;
                while client.read_exact(&mut request).is_ok() {
                    client.write_all(&request).unwrap();
                }
            });
        }
    });
}

/// The same by a task for each.
fn serve_by_tasks(listener: TcpListener, clients: usize, runtime: &Runtime) {
    runtime.block_on(async {
        listener.set_nonblocking(true).unwrap();
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        let mut served = JoinSet::new();
        for _ in 0..clients {
            let (mut client, _) = listener.accept().await.unwrap();
            client.set_nodelay(true).unwrap();
            served.spawn(async move {
                let mut request = REQUEST;
                while client.read_exact(&mut request).await.is_ok() {
                    client.write_all(&request).await.unwrap();
                }
            });
        }
        served.join_all().await;
    });
}

type Server = fn(TcpListener, usize);

const SERVERS: [(&str, Server); 3] = [
    ("a thread for each", |listener, clients| serve_by_threads(&listener, clients)),
    ("a task for each", |listener, clients| {
        serve_by_tasks(listener, clients, &Builder::new_multi_thread().enable_io().build().unwrap())
    }),
    ("a task for each, on one thread", |listener, clients| {
        serve_by_tasks(listener, clients, &Builder::new_current_thread().enable_io().build().unwrap())
    }),
];

/// A server, and its clients, which are all connected.
struct Load {
    clients: Vec<TcpStream>,
    server: JoinHandle<()>,
}

impl Load {
    fn new(server: Server, clients: usize) -> Load {
        let listener = here();
        let address = listener.local_addr().unwrap();
        let server = thread::spawn(move || server(listener, clients));
        Load { clients: (0..clients).map(|_| Load::client(address)).collect(), server }
    }

    fn client(address: SocketAddr) -> TcpStream {
        let mut client = TcpStream::connect(address).unwrap();
        client.set_nodelay(true).unwrap();
        ask(&mut client);
        answer(&mut client);
        client
    }

    fn round(&mut self) {
        self.clients.iter_mut().for_each(ask);
        self.clients.iter_mut().for_each(answer);
    }

    fn end(self) {
        drop(self.clients);
        self.server.join().unwrap();
    }
}

fn ask(client: &mut TcpStream) {
    client.write_all(&REQUEST).unwrap();
}

fn answer(client: &mut TcpStream) {
    let mut answer = [0; REQUEST.len()];
    client.read_exact(&mut answer).unwrap();
    assert_eq!(answer, REQUEST);
}

fn clients(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("clients");
    for (name, server) in SERVERS {
        for clients in [1, 20, 400] {
            group.throughput(Throughput::Elements(clients));
            let at = if clients == 1 { "1 client".to_string() } else { format!("{clients} clients") };
            let mut load = Load::new(server, clients as usize);
            group.bench_function(BenchmarkId::new(name, at), |bencher| bencher.iter(|| load.round()));
            load.end();
        }
    }
    group.finish();
}

criterion_group!(benches, clients);
criterion_main!(benches);
