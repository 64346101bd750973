//! Two skippers and a task for each

use std::io::Result;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

fn high_water(harbour: &str) -> &'static str {
    match harbour {
        "Brest" => "06:10\n",
        "Dover" => "11:25\n",
        _ => "unknown\n",
    }
}

// ANCHOR: server
async fn serve(mut skipper: TcpStream) -> Result<()> {
    let (reader, mut writer) = skipper.split();
    let mut lines = BufReader::new(reader).lines();
    while let Some(harbour) = lines.next_line().await? {
        writer.write_all(high_water(&harbour).as_bytes()).await?;
    }
    Ok(())
}

async fn listen(listener: TcpListener) -> Result<()> {
    let mut skippers = JoinSet::new();
    for _ in 0..2 {
        let (skipper, _) = listener.accept().await?;
        skippers.spawn(serve(skipper));
    }
    skippers.join_all().await;
    Ok(())
}
// ANCHOR_END: server

async fn ask(server: &mut TcpStream, harbour: &str) -> Result<String> {
    server.write_all(harbour.as_bytes()).await?;
    let mut answer = String::new();
    BufReader::new(server).read_line(&mut answer).await?;
    Ok(answer)
}

#[tokio::main]
async fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(listen(listener));
    let ada = TcpStream::connect(address).await?;
    println!("Ada: connected");
    let mut ben = TcpStream::connect(address).await?;
    print!("Ben: {}", ask(&mut ben, "Dover\n").await?);
    drop((ada, ben));
    server.await.unwrap()
}
