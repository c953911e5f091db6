import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node of a cluster on this machine, until it is killed: FOLDER HTTP_PORT TRANSPORT_PORT PEER..., each peer host:port.
 * Started as a source file (java -cp 'lib/*' Node.java ...); the runner's own command starts nodes that stay alone.
 */
public class Node {
    public static void main(String[] words) throws Exception {
        String[] peers = java.util.Arrays.copyOfRange(words, 3, words.length);
        new OpenSearchRunner().onBuild((number, settings) -> {
            settings.put("node.name", "127.0.0.1:" + words[2]);
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", words[1]);
            settings.put("transport.port", words[2]);
            settings.put("discovery.type", "zen");
            settings.putList("discovery.seed_hosts", peers);
            settings.putList("cluster.initial_cluster_manager_nodes", peers);
        }).build(OpenSearchRunner.newConfigs().clusterName("lontar-faults").numOfNode(1).basePath(words[0]));
        Thread.currentThread().join();
    }
}
