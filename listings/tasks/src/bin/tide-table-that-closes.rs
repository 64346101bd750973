//! A tide table closes while a skipper is connected

use std::io::Result;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot::{self, Receiver};
use tokio::task::JoinSet;

fn high_water(harbour: &str) -> &'static str {
    match harbour {
        "Brest" => "06:10\n",
        "Dover" => "11:25\n",
        _ => "unknown\n",
    }
}

async fn serve(mut skipper: TcpStream) -> Result<()> {
    let (reader, mut writer) = skipper.split();
    let mut lines = BufReader::new(reader).lines();
    while let Some(harbour) = lines.next_line().await? {
        writer.write_all(high_water(&harbour).as_bytes()).await?;
    }
    Ok(())
}

async fn ask(server: &mut TcpStream, harbour: &str) -> Result<String> {
    server.write_all(harbour.as_bytes()).await?;
    let mut answer = String::new();
    BufReader::new(server).read_line(&mut answer).await?;
    Ok(answer)
}

// ANCHOR: closing
async fn listen(listener: TcpListener, mut closing: Receiver<()>) -> JoinSet<Result<()>> {
    let mut skippers = JoinSet::new();
    loop {
        tokio::select! {
            Ok((skipper, _)) = listener.accept() => skippers.spawn(serve(skipper)),
            _ = &mut closing => return skippers,
        };
    }
}
// ANCHOR_END: closing

#[tokio::main]
async fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let (close, closing) = oneshot::channel();
    let server = tokio::spawn(listen(listener, closing));
    // ANCHOR: main
    let mut ada = TcpStream::connect(address).await?;
    print!("Ada: {}", ask(&mut ada, "Brest\n").await?);
    close.send(()).unwrap();
    let skippers = server.await.unwrap();
    println!(
        "Ben: connected: {}",
        TcpStream::connect(address).await.is_ok()
    );
    print!("Ada: {}", ask(&mut ada, "Dover\n").await?);
    // ANCHOR_END: main
    drop(ada);
    println!("main: served: {}", skippers.join_all().await.len());
    Ok(())
}
