//! Two skippers and one thread for both
//@ hangs

use std::io::{BufRead, BufReader, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

fn high_water(harbour: &str) -> &'static str {
    match harbour {
        "Brest" => "06:10\n",
        "Dover" => "11:25\n",
        _ => "unknown\n",
    }
}

fn serve(skipper: &TcpStream) -> Result<()> {
    let mut writer = skipper;
    for harbour in BufReader::new(skipper).lines() {
        writer.write_all(high_water(&harbour?).as_bytes())?;
    }
    Ok(())
}

fn ask(address: SocketAddr, harbour: &str) -> Result<String> {
    let mut server = TcpStream::connect(address)?;
    server.write_all(harbour.as_bytes())?;
    let mut answer = String::new();
    BufReader::new(server).read_line(&mut answer)?;
    Ok(answer)
}

fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    // ANCHOR: server
    let server = thread::spawn(move || -> Result<()> {
        for skipper in listener.incoming().take(2) {
            serve(&skipper?)?;
        }
        Ok(())
    });
    let ada = TcpStream::connect(address)?;
    println!("Ada: connected");
    print!("Ben: {}", ask(address, "Dover\n")?);
    // ANCHOR_END: server
    drop(ada);
    server.join().unwrap()
}
