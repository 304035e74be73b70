package duken.simulator.kaspipay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** A certificate authority made at start: it signs the bank's server and the shops' clients. */
public final class TestAuthority {

  private static final int KEY_BITS = 2048;
  private static final Duration AGE = Duration.ofDays(1);
  private static final Duration LIFE = Duration.ofDays(5 * 365L);

  private final Clock clock;
  private final KeyPair keys;
  private final X509Certificate root;
  private final SSLContext open;
  private final SSLContext closed;
  private long serial;

  public TestAuthority(Clock clock) {
    this.clock = clock;
    try {
      keys = pair();
      root = certificate("CN=Test bank root", keys, clock.instant().plus(LIFE), true);
      KeyPair server = pair();
      X509Certificate shown =
          certificate("CN=localhost", server, clock.instant().plus(LIFE), false);
      KeyStore store = store("server", server.getPrivate(), shown, "");
      KeyManagerFactory mine =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      mine.init(store, new char[0]);
      KeyStore anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("root", root);
      TrustManagerFactory theirs =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      theirs.init(anchors);
      open = SSLContext.getInstance("TLS");
      open.init(mine.getKeyManagers(), null, null);
      closed = SSLContext.getInstance("TLS");
      closed.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no certificates could be made", e);
    }
  }

  /** The bank's root as PEM. */
  public String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client's certificate with its key, as PKCS#12. */
  public synchronized byte[] client(String name, String password, Duration life) {
    try {
      KeyPair client = pair();
      X509Certificate certificate =
          certificate("CN=" + name + ",C=KZ", client, clock.instant().plus(life), false);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store("client", client.getPrivate(), certificate, password)
          .store(out, password.toCharArray());
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no certificate could be made", e);
    }
  }

  /** TLS 1.2 around a connection. */
  Socket around(Socket accepted, boolean clientNeeded) throws IOException {
    SSLContext context = clientNeeded ? closed : open;
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, null, 0, true);
    socket.setUseClientMode(false);
    socket.setEnabledProtocols(new String[] {"TLSv1.2"});
    socket.setNeedClientAuth(clientNeeded);
    return socket;
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    return generator.generateKeyPair();
  }

  private static KeyStore store(
      String alias, PrivateKey key, X509Certificate certificate, String password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(alias, key, password.toCharArray(), new X509Certificate[] {certificate});
    return store;
  }

  private X509Certificate certificate(String subject, KeyPair of, Instant end, boolean authority)
      throws GeneralSecurityException, IOException {
    AlgorithmIdentifier signing =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
    body.setSerialNumber(new ASN1Integer(BigInteger.valueOf(clock.millis() * 1000 + serial++)));
    body.setSignature(signing);
    body.setIssuer(new X500Name("CN=Test bank root"));
    body.setSubject(new X500Name(subject));
    body.setStartDate(new Time(Date.from(clock.instant().minus(AGE))));
    body.setEndDate(new Time(Date.from(end)));
    body.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
    body.setExtensions(
        new Extensions(
            new Extension[] {
              new Extension(
                  Extension.basicConstraints, true, new BasicConstraints(authority).getEncoded()),
              new Extension(
                  Extension.subjectAlternativeName,
                  false,
                  new GeneralNames(
                          new GeneralName[] {
                            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                            new GeneralName(GeneralName.dNSName, "localhost")
                          })
                      .getEncoded())
            }));
    ASN1Encodable unsigned = body.generateTBSCertificate();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(unsigned.toASN1Primitive().getEncoded(ASN1Encoding.DER));
    ASN1EncodableVector whole = new ASN1EncodableVector();
    whole.add(unsigned);
    whole.add(signing);
    whole.add(new DERBitString(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(new DERSequence(whole).getEncoded(ASN1Encoding.DER)));
  }
}
