//! Two skippers and a server with one permit

use std::io::Result;
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
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

async fn answer(server: &mut TcpStream) -> Result<String> {
    let mut answer = String::new();
    BufReader::new(server).read_line(&mut answer).await?;
    Ok(answer)
}

async fn listen(listener: TcpListener) -> Result<()> {
    let permits = Arc::new(Semaphore::new(1));
    let mut skippers = JoinSet::new();
    // ANCHOR: limit
    for _ in 0..2 {
        let permit = Arc::clone(&permits).acquire_owned().await.unwrap();
        let (skipper, _) = listener.accept().await?;
        println!("server: a skipper");
        skippers.spawn(async move {
            let _permit = permit;
            serve(skipper).await
        });
    }
    // ANCHOR_END: limit
    skippers.join_all().await;
    Ok(())
}

#[tokio::main]
async fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(listen(listener));
    let mut ada = TcpStream::connect(address).await?;
    ada.write_all(b"Brest\n").await?;
    print!("Ada: {}", answer(&mut ada).await?);
    // ANCHOR: ben
    let mut ben = TcpStream::connect(address).await?;
    ben.write_all(b"Dover\n").await?;
    println!("Ben: has asked");
    println!("Ada: leaves");
    drop(ada);
    print!("Ben: {}", answer(&mut ben).await?);
    // ANCHOR_END: ben
    drop(ben);
    server.await.unwrap()
}
