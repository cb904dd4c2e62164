package social.gateway.route;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import reactor.netty.resources.LoopResources;

/**
 * One event loop alone: a connection that is made on it stays in the thread in which the
 * client's request came. Handing each request from thread to thread and back costs more
 * than the request.
 *
 * @param all what knows which channels it takes
 */
record OneLoop(EventLoop loop, LoopResources all) implements LoopResources {

	@Override
	public EventLoopGroup onServer(boolean useNative) {
		return this.loop;
	}

	@Override
	public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
		return this.all.onChannel(type, group);
	}

	@Override
	public <C extends Channel> Class<? extends C> onChannelClass(Class<C> type, EventLoopGroup group) {
		return this.all.onChannelClass(type, group);
	}

	/** It belongs to somebody else. */
	@Override
	public void dispose() {
		// nothing to do
	}

}
