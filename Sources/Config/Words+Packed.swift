extension Words {
    /// What Tests/ConfigTests/pack.py makes of WORDS.txt.
    static let packed: StaticString = """
        \u{1d}5-;7\u{1b}N9^\u{1f}s/\u{1}GO:\u{15}iW(\u{16}y%6V2/jI82}-GmuK$[.\u{1f}9(\"HD1\nI\
        \u{21}\u{10}-q&v\u{7f}^O\u{19}\u{3}`\u{b}I\u{1c}1/7_\u{1b}\"p````\\<f\0\u{13}eX?t.\u{21}+_\
        )\u{1}uxe#J}\u{10}2Tb\u{c}~' \u{15}t/\nj$\u{14}V\u{7f}a+$S~8\u{10}\u{1f}%\u{4}\n3\u{1a}\
        \u{f}%\u{14}yX\u{1c}\u{6}\u{5}\u{12}j _z.te\u{16}\u{e}FSIIh4\u{19}\u{f}\u{14}\"id\u{1a},\
        \u{5}b1\u{1e}\n\u{13}$'50\u{1c}W\u{2}9]Ek]LkVYF\u{3}I$ZPr:\u{10}T:6\u{e}t\u{c}~;D\u{21}\
        \u{18}q3&Vcrfm\u{18}\\c\u{1f}V^9xhA\u{e}\u{15}M+g?8xxa\u{b}\u{1f}>udq7\u{e}>+%\u{2}s\u{10}\
        v\0f\"R&<2\u{19}N\u{7}\u{12}w|\u{b}i<h`ts)l\u{c}\u{16}TM\u{3}J\u{c}Du'\u{13}XCQ$\u{3}}OR#+\
        HS15\n\"I\u{16}\u{11}a\u{3}k4t$\u{11}\u{f}-%\u{15}\u{1d}\u{21}'LQ=ed8\u{1c}5tP\u{7f}s2Zp\
        \u{e}$y\u{1b}4\tm>y\u{1e}I1T0X\u{c}A\nS0T0*HdSF<ex&ce&nH5\tFrz8\u{11}>'\ri3Q$Ht\u{1e}x\
        \u{c}%&\u{15}G, \rE\u{3}I\u{1b}JQ3\u{1}\u{1c}\u{10}`\u{19}+L\u{17}T(bDBZZQWW7\u{3}(U\u{4}6\
        \u{11}\u{f}\u{15}\n:\"}_\u{1b}<<L\u{1f}J0\u{5}f<YTdT\u{1}f\nM\u{3};\u{e}?E\u{12}A|\u{1d}5<\
        \u{6}k\u{19}.`\u{21}zMJ\u{15}\u{b}u]\u{6}2y4\tB$#\u{16}fR0Qi|P'7\u{12}iED/v%t\u{16}IZ\
        \u{1d}&UG\u{11}+r\u{11}H6lyi\u{14}\u{16}=$OPCTs+bD~%\u{6}$\u{21}\u{17}G Rrd`&t|+G\u{1c}\
        \u{11}|p@:N^\u{1f}i/aBft$E\u{12}^ z\u{6}\u{b}\0;$}Z\u{16}i4F}@Z\u{18}m\u{1}$F\u{1b}7? 243\
        \\\u{21}\u{1d}\u{6};\u{5}j,@\u{16}njlG\u{12}h4\u{2}v%GN\\miU:Jqh<Th\u{1}~a\u{11}\u{6}5\
        \u{10}\r\u{1a}2\nV?iq\u{1b}8Zq'l\u{16}o<ddb`<X\u{16}.Vj&\u{1}3C++\u{16}XY\0\u{7}@iS\u{10}\
        \u{21}\u{1}\n\u{1f}N&&\rgf\u{8}}Q`h)\u{7f}jy#\u{1c}VlY\n7X%Sqt(\u{10}\u{1e}\u{4}'\u{7}G\
        \u{1a}\u{6}a2-\u{1f}'q-7Ve\u{15}iY\u{e}'ix[4_0G'\u{2}e8a\u{10}{\"\u{7}FgxJ\u{8}\u{15}r\
        \u{10}q\u{1c}4pe\u{11}%\\U'3%Zr~D$\u{1d}YYVND`s&AU\u{11}\u{5}\u{3}M2\u{16}Kfiq:'\u{17}h\
        \u{19})\u{1f}n.pP\"\"\u{1}I5'\u{2}j\u{8}6^g\u{4}9\u{1c}KA\"S\u{e},Z\u{6}G\0\u{1b}/\":\
        \u{1b}wP}%aGz,AJJ@b1K\u{7}cB4+9<E\u{15}V:\\3uD4Z\r\u{1b}\u{7}68s\u{e}O\u{7}\u{17}MJF\u{1c}\
        =vd[gv?'m?v-X\t\u{1d}^0\u{19}\u{b}GF\u{21}.>QI\u{15}.t/\"\u{6}\u{14}?\u{10}&9F;5\u{11}o.-y\
        m\0bGN\u{5}Jh:HR\"n k;B:=\u{18}z\u{1}\u{15})N\u{f}iy.u|I7.\u{c}~s~3/S\u{1c})\u{4}\t[$T8Wia\
        q@\u{18}y\\n\u{8}aQ5\u{12}h\u{12}+kwx_\u{8}\u{15}f$tD\u{c}9k\t\u{f}JXx#3Mr7VV\u{b}M}\u{8}\
        \u{1c}P(@ebm \u{1e}\n\u{c}E5KI\u{17}~H0__\u{7f}lo\u{1e}V@\u{17}\u{2}\u{14}VYFH\u{7}mw:e?\
        \u{19}0p\u{e}#\u{1}ds42,w<4M\u{21}~\u{e}[O6\n%V\u{8}A\u{5}k;\u{f}J7\u{f}\u{7f}\u{1b}O&\n\
        \u{19}\u{7f}Z6O\\@\u{17}E91AvpzL\u{3}km\0~O\u{6}\u{12}\u{18}\u{4}\u{21}J<A\u{c} =a\u{1d}N\
        \u{16}\u{10}\u{21}bc6hn\u{6}N[\u{10}\tdnR4,%/\u{1b}6VK[E\n\u{7f}\u{6}\u{6}[v\u{7}Gi\u{18}w\
        \u{1b}\u{7}<#AP_2:>k\nA\u{11}\u{b}r}}G.\u{1e}@q\u{8}\0X&(\u{3}\u{8}Ps7\u{1d}\u{f}:>\u{11}\
        \u{6}\u{17}SYfv1FDO]DM@\u{5}6T^DcVHR`n}'\u{1}+2\\\u{8}Dks\u{18}%$\u{e}\u{10}\u{10}ko_=[\
        \u{7})\u{e}?:bO\u{7}\u{12}SM263\"npVe\u{4}\u{1d}4X%n\u{6}\nK\u{8}L`P0\u{4}Av4)Mk\u{1}\u{e}\
         \u{1b}\u{1d}\u{7f}Xv,U\u{1d}\nkI)xJ\u{14}o\u{b}MWc7`,\u{1c}:#+{z{gM.@fq?vMw*[gp\u{21}H\\S\
        AY\u{1d}}sw[\u{1}\0m*\u{14}[&z]@$\u{c}bW;\u{1e}[W\u{1f}\\\u{16}=-r=qt\u{2}\u{1f}\u{2}#z4\
        \u{14}I4AB6nik#\u{1}n%3\u{7}Ti<:A(f\u{2}%#K\u{19}a.\u{c}Q$3?=z\u{1}Z\t`aN\u{15}\u{1c}@beK\
        \t)p\0A\u{1a}3HvapX\u{e}\u{10}t\u{f}^r\u{13}-AI:x\u{19}\u{1}{J&aH\u{e}VV&4\u{1a}AC[F6Y\
        \u{3}*@#\u{e}\u{16}8G|E\u{3}g^kUN]xnac\u{7f}1'\u{17})\"\u{17}9P&ri95@\u{e}sgv6s\u{c})3[F3$\
        +%rJPl\",\u{5}kd7$>j\u{14}\u{1b}Ct\u{13}Nm)eI\u{12}J\u{1e}O\u{15}nA^\u{15}fZ^\u{21}N)\
        \u{16}ONf\u{3}s\u{e}>\u{8}JC\t7/-\u{14}i^ZAFh,o\u{16}z8Bw\u{f}W72T\nt\u{17}qWM\rVZ\r|hy\
        \u{1c}1D~+qw>JR#\nb\u{1a}\u{7f}\"M=&u{x\u{7}=ZjyZ\u{3}-.xSK\u{12}3\u{10}?\u{f}>[s~\u{13}3U\
         G\u{1f}\u{1f}/\u{f}J\u{e}^6\u{3}+.U\toJ.\t\u{19}&gg\u{3}FGj8\u{1}))XZ\u{f}&:\u{19}cp)T@$T\
        b\"$r\u{2}\u{15}\u{19}Z\u{5}Xp\u{21}-\u{8}f*3@$#G$U<B\0\u{1e}41@\u{7f}&XJUL\u{16}\u{1a}f\
        \u{8}SWOL^m{v1x]\u{10}0ZlmU`\u{e}<\u{b}\u{18}2cg\\8R\"p\u{19}<^^HRP\u{5}\u{1c}0{jiK&\u{3}\
        \u{14}\u{13}\u{6}@,\u{1d}.l]m_'|\u{6}hN\u{1b}uq_lY>xaVg\u{13}&E\u{15}X\u{1a}\0e;7I?q<,vLk\
        \u{e}v$\u{1c}\u{18}--S\u{1f}q<i&7|lQCo\u{1d}<qcc'(\u{3}C{\u{5}}->kx_jt\u{3}}[w6\0\u{3};[PA\
        \u{7f}\u{16}n\u{8}\u{7}Om=s^L>X,Fu\u{17}\\YD\u{3}#\u{16}\u{12}\u{7}_YfN\u{7}(\u{7f}\0:\n\
        \u{17}sIh\u{19}iIB\u{15}(0k-EDFi{(N'-\u{14}Dq0\u{b}\0\u{16}EZ8\rA\u{b}xTB8v\u{13}F^sPZ\
        \u{5}FQza\u{4}Um\u{21}2>L\u{1f}\n\u{10}\u{7f}v\rUr0A};gZ+\u{3}hts:\u{18}\"(J-s\u{1a}CL:(_S\
        \"\u{1e}\u{8}\u{12}\n\\\u{18}'z\n1b~I \u{14}.\"\u{4}\\\"<$K\u{2})aHT\u{6}\u{19}69'\u{19})D\
        bdW2o\u{2}\u{15}\u{3}MKFP]\u{19}CZ.\u{15}$B#\u{12}@]\u{3}-_\0Eb\u{10}\u{13}r71\u{7}C))jN.\
        \u{b}\u{11}o\u{21}<\u{10}\u{e}\\Z\u{7}\u{8}$'K\u{1f}.\u{1d}[\u{e}%B{\u{1c}?xmc{\u{f}qRR\
        \u{15}.[\u{15}\u{3}G\u{21}G\u{f}bSmqe2h\u{12},3F\u{1c}Z\u{7f}<r%b\u{16}G,\u{1d}\u{2}\tH=gZ\
        QBy \u{c}Dfy~6T-}\u{e}`BK%CADDZ\u{14}]-Sm\"CwaID\u{7}\u{5}}-\u{e} \u{c}\u{7}2AQ(\u{c}.b=Ru\
        G\u{f}\\xqK\u{7}\u{f}?}cs\u{7}N=\u{7f}p+\u{7}$L\u{11}\u{e}_/\u{10}\u{8}\u{15}W0;L\u{15}XV2\
        \u{18}\u{1b}\\5k`v\u{1f}wuc\u{7f}\u{1b}\u{18}|\u{b}|c<q:S\u{7f}.\u{17}fz\u{1d}\0\u{1f}`\
        \u{f}k\u{16}>\u{1a}A;2C\u{21}#\u{1b}2\u{7f}k \ndI=qhy.\05#dD\u{13}\u{b}fu\n5\u{21}\0J\u{1}\
        [|&cyV?QGUE)Db}\u{1f}+~\u{13}jVP>;+R\u{c}G\u{15}*\u{14}9O}=ylQ\u{15}{:V(4olg{\u{1f}o_5&\
        \u{7}bK\0\u{12}kh\u{1b}V\u{e}\u{1}\u{15}\u{13}V \u{1b}_m\u{c}v*W\u{6}\u{7}\u{7}.co$\rC#C{v\
        nY]i\u{3}:=YH\u{17}Cp'\u{1c}\u{1d}\u{1d}\u{5}C\u{8}6XkJl\u{1b}>7\\.N\0sF\u{1b}\u{13}QnQQ\
        \u{1c}^x@$Dm\u{13}5V6UgFM;6((M\u{8}ZPgQ`xM\u{1f}l\u{11}\u{1c}\u{c}ML\0x\u{17})\u{10}`-\
        \u{21}g\u{13}fCu\u{6}g(\u{1d}@z$7M8@\u{1b}7b.V.\u{8}\u{10}y&\u{14}f\u{15}CR0g~moZ7\r\u{4}\
        \u{c}\u{1d}\u{1e}\u{11}\u{1}4G2(g0\u{1}_U\tQ{\u{1}\u{12}\u{8}#BB6o\u{4}-g<\u{1c}+p;q\u{11}\
        \u{7}efQY\"\u{1a}\u{3}fbA;KR\u{f}+\u{8}\u{13}K=pG8*aoi\u{f}F\u{1d}\u{18}WYzr\u{5}l\u{1c}h}\
        #\u{b})w.]\\>YN9\u{21}XO;wY\u{1a}.:\u{18}rs@M+'S;\u{5}\\e,P\u{1c}6G\u{14}'kI[Q<\u{1a}\
        \u{19}'g5`u%q\u{21}~\u{3}A\u{e}8pAyLN\u{1b}t\u{5}9\u{10};~k\u{e}[\r\"\u{10}\u{1f}-RY\u{6}i\
        x\\v0,3:\u{1c}.\u{15}bH>M]J>+goq\u{14}\t*5\u{c}\u{17}g\"|1\u{f}o|~u\u{5}$w;TT\u{21}<}F6,]\
        \"\u{b}bhe@4,yx+e<xI\nQ\0\u{1f}\u{7}/>k`\u{1c}bjwh4E\u{5}\rX0Q5,G\u{1a}j)Z#'\u{1d}M-%-\n]\
        \0MX\u{5}<6&\u{16}gY:*DSI\u{1f}r3+QB\u{b}[\u{1d}GS\u{19}^4:\u{1}bh\u{1d}.\u{4}'\u{16}\
        \u{18}~$xp%\u{1d}\u{10}\u{1b}\u{19} iW0 O'\u{13}\u{11}C}0\u{17}08k*\u{1c}\u{12}_)i<\u{1}\\\
        U\u{1c}\u{13}^\u{b}C\nwEuA*G\t:M\u{1b}-UblPN\\\\Lw\u{8}|1<d\t2yFtw))GF~/\u{12}?\u{4}ES[zH8\
        a\u{1f}kx\u{1a}U\u{4}.H,\u{21}\u{1e}\u{21}Gd@lJ\u{17}JV7^{BnZq`D\u{c}\u{e}\u{11}\u{1b}c3{\
        \u{7f}{S\u{e}\u{2}V># L;_r\u{1b}`:E9w\0E6Kwv\u{16}\u{c}A\tZI r\u{f}\u{1e}~S\u{1f}\u{c}\
        \u{19}$za\u{6}@0c\u{10}n\u{7f}Dx\u{21}\u{1b}oXp\u{17}\u{13}\u{1d}WGRa;\"Al\0W\0SX\u{21} \
        \u{13}{\u{1d}\u{4}[D\u{15}K&}*\u{f}\u{b}hs4\u{19}2vi\u{5}>\u{b}O\0\u{2}94O\u{1d}}*=&\u{1a}\
        a\u{17}5\"\u{8}bV\u{1f}0H\u{5}\u{6}9\u{8}&\u{1b}@+E+lRd&7L\u{7}I\u{e}\u{1e}\u{18}X\")J\
        \u{7}[IJ15Z\u{e}4Pv \u{1a});#WR7a$MDyP\u{7}\")n\u{1a}Kfo-#h\r&.s\u{14}UaU\u{19}@`?yufA\
        \u{21}\u{7f}k\u{7}^Y\u{7f}rQ\u{b}\u{7f}\u{12}%Y$mm%{rz\u{4}u\u{2}qCz\\\u{15}%cn/\u{18}\
        \u{f}y\u{1c}?b`Y\u{5}=d#W\u{5}l*\u{1a}y-#Qd\u{16}\u{c}P|>\u{6}\u{1a}\0\u{1c}0#1\u{11}\
        \u{15}w/n\0WvV:q\u{7f}|mA2\u{1e}Mi[^TspR=,}\u{17}\u{16}\u{16}|a \u{11}paf)[L|m-A,\u{6}\
        \u{19}^jo[\"I,I\u{b}CjCp\u{21}\u{f}\0\t\u{1e}[\u{5}C\u{7}\th \u{e}\u{19}z[4\u{21}\"s$\
        \u{7f}1\u{4}\u{15}6\u{21}XH$Vg=M\u{17}D\u{6}\u{1a}z\u{18}2)F'<\u{21}\u{f}y\u{1a}\u{1a}j\
        \u{1e}(\u{1}BCG\u{12}\0a\r$&W\0 =IT\u{1f}Q\u{17}p|Gnbr&i\r_lDTv\u{7}?4*O\u{15}cD}c:^p\
        \u{15}9M;?\u{7f}v\u{1f}{d\u{5}=(\u{3}f5LC;{\u{7f}r\u{19}/Bty\u{1e}/\u{1a}\u{1d}w\u{1b}cp\
        \u{1b}|Ap'% `}{z{=cYRjwoi}\\g:H^*G;O|\u{f}\u{14}kd\u{15}\u{7f} _8e\0H\u{21}\u{2}:<&{\u{7f}\
        \u{1b}O+D3T]\u{1e}gGpD38d=Vj5/`No6?`q4/#YLKA{Zz'(}j\u{e}iGQe\u{3}*6k`\u{1d}}&u\u{5}Ym{HW\
        \u{1e}\u{18}'v5RA'\u{11}\u{18}Z-{\u{c}{I\u{5}&(;<MI@\u{7f}yra\u{b}^&\u{4}\u{4}\u{18}#+iD?T\
        &\u{19}\u{6}C'<1\u{19}0\rCKD`g2hh\u{15})\rLAXci:?aKgO\rxF\u{10}@Fs$\u{12}_\u{3}\u{21}\
        \u{17}\u{1a}V>U6iE16o\u{8}\u{6},Q\u{13}\u{1e}\u{1a}a\u{17}Iuet9u/U8;0L\u{1b}\u{b}\u{b}^=r\
        \"\u{19}\u{2}Y/\u{7}7owpv\u{7f}\u{f}C: mh>J\u{21}V\u{c}v\u{19}u`r6E3yYi\u{f}#F0l\u{7f}Y%m-\
        6%]\u{1b}.quUn\u{1a}u\u{6}X@&\u{6}.r}qU\u{21}G|t,\u{6}e=V_\u{1e}HJ\u{7f}>8xx+\u{7f},\u{13}\
        CSY(:E]\u{1e}\u{2}\u{5}i9O+?%z*& 83\n\\\u{8}]QX\u{16}}\\\u{4}[czQ4drJ\u{1c}X2p\u{1f}\u{10}\
        K%Q\u{f}L/^_=g/\u{1a}*z(}n6\u{f}\u{2}\u{e}\\x\u{6}\tTOL\u{14}\u{c}\u{1c}\t[q\u{1c}\u{6}\
        \u{1f}<v\0oO,0\u{8}&okw]\u{18}#7\u{21}KF\u{17}|+3\n\u{1}@%rC\\sA$^\u{10}%\u{15}`B.\u{e}4H\
        \u{1e}U\u{4}\u{16}#-m;\tN\0cRy\u{c}0\u{1c}&W\u{17}\u{b}\u{18}\u{14}\u{3}tp%)i\u{1e}QQ[\"D?\
        (CNwy<J\u{3}LyGE\u{c}i*D\u{5}s~Q&v\u{14}1e`\n\u{16}#~]\u{1b}u\u{19}}*2\u{1a}J|\"y'U\r\u{2}\
        ;\u{2}2\u{13}/l`3R2,n,\n\u{1}\u{21}oY22X\u{1e}q\u{15}<\u{7f}Z:e~ZOk*}/srh;j\u{13}V\u{5}Z$F\
        ]lE{T\u{1f}~'t\u{1f}/W\u{1d}sro\u{16}z4C`N\u{1c}=qpIcg/S={j;/[w%\u{3}\u{1b}\r;SKZ\u{f}\
        \u{14}@\u{1e}kn09>dg\u{13}\u{7}S-JJE?\u{19}\u{1b}J\u{1a}\u{2}tm\u{10}\u{f}$My\u{12}b\u{13}\
        P=ne}\u{13}\u{8}T\u{e}\tYW\u{1a}?B*Cf\u{21}\\;|F:5YZa\u{1f}yFmZN\u{f};\u{e}~:`b'` $\u{15}?\
        Q13eg4-G\u{19}$AP*3A\0.\u{16}CXu|+cj3\u{3}R\u{1f}+1\u{21}Tmuz\u{19}\u{14}9%c}2\u{6}67N\n\
        \u{8}\u{6}\u{f}\u{14}V\u{5}*Nc&cnQgjq}o\u{1d}P.AF\u{1d}o\u{10}\u{14}k =\u{21} w7Zn\u{1d}\0\
        E\u{17}\u{1d}k1:o\u{1f}\u{21},CK$yj{\u{7}N=y:\u{17}\u{e}\u{6}zH~\u{b}q\u{1b}\u{3}rsyN\u{8}\
        9R\u{19}\\#&6 {7Xq?~L#`A\u{c}3\0zZ.B\u{7f}V\u{13}*\u{3}\u{1}\u{19}:&_0\u{1b}\u{15}2,I\"-/\
        \u{1a}\u{8}P*B&\u{2}DC7\u{1c}\u{2}\u{1}$\u{1}3(\u{1}o\u{15};f\u{1e}BCn\u{1e}\u{11}T;<AJX\"\
        I%\u{15}\u{13}^Nf}\u{6}%s\u{10}wKN\t:\u{1d}\u{21}2\u{1a}.\u{19}i\u{8}\u{f}\u{1c}pn7`JQOeQ\
        \nS\u{3}0\u{e}\u{b}5nh\\p@]P:\u{11}\u{11}ar\t..)Om%\u{6}\u{1c}bW%\u{13}\u{18}UWq\u{c}\
        \u{7f}|9K KzbL\u{3}[w*6-\u{2}Nb\u{1b}u+\u{11}]?\u{3}[\u{1f}s\u{e}\u{c}\u{16}qF\"<J\u{19}\
        \u{15}\u{21}]\u{18}\u{1b}?n&5\u{11}\u{10}WxLpj\u{f}\"py\u{7f}@c\t[J^9\u{13}\nS\u{2}\u{8}\
        \u{14}gY\t1\u{12}\n.c]@\" )Q\u{15}y\u{b}k\u{e}W\"\0P\0v\u{10}\u{16}22\n5*'sl\u{e}\tIWb{K\
        \u{3}<WZb\u{5}W)xh,\t{IB\u{16}\"\u{16}h\u{e})4\u{4}\u{14}p`}~PK0]\u{11}z\u{1a}TVd\u{12}\
        \u{16}g#d]]U\u{e}\u{10}vD\u{1d}FU\u{c}=dXN~^\u{18}WQ\u{1b}z1[\u{1d}Vj\\ )\u{6}c\0\u{5}t\
        \u{4}<ij+'^>p\u{1e}<\u{11}VX(z\u{11} Rm\u{16}\u{2}nq-\u{b}\u{14}q0YCJS\u{e}nCG\u{f}|0\
        \u{1d}>I\u{16}Pw9\u{16}IZ\u{3}\u{7f}@Oj\u{10}J\u{13}Xy`k\"sByn_L3s{v~H&Q%JQOEbP\u{7}e\
        \u{11}R^@\u{1c}?B>XL8\u{16}84oM%\u{17}(4l_x=L\u{1}\u{e}\u{13}\u{21}BIpV#a\u{14}E\u{b}*\
        \u{1a}(\u{1a}+eXiwG?w\tAE1M\u{b}\u{3}\u{c}\u{12}1x&x%\u{c}`\u{17}b\\tOt\u{8}jTkQ$;\u{3}X\
        \u{15}GQ\u{1f}\u{b}P.N@e\u{5}\0\u{15}4=\u{14}9GAR(w3{7^\u{1b}\u{15}Vd$|$z. V|cs\u{17}_<v`~\
        S\u{7}Nu*|y\u{7f}8xhQ\u{f}O\u{1e};rU\u{3}gO\u{7f}xm3'.\u{1e}e~\u{2}?G\u{2}v'N\u{1f}<q?S*a\
        \u{1b}t\u{1c}\n+\u{b}<wU\u{1c}_eY\nq\u{12}\u{2}U\u{12}uvt\u{8}gnWKe@\u{1d}6\u{19}$Qr\u{17}\
        xm\u{7}NnPv$]TnHj\u{15}Ya,E&9Gj\u{6}~;Hru\tyX\u{8}@td0%XmIr+T\u{4}\u{11}]p[uJW\u{11}\u{7}E\
        LYqRfmI\u{14}\u{17}Gn%GJ{U\u{1f}q 2ZD`x0]E\u{17}ao\u{11}51\u{11}s^\t\t\u{4}F\u{12}]B-J^\
        \u{18}6+(D\u{c}\u{1d}|+,OpvA/H\u{1e}EU[SI{`\u{1e}\u{7}bvrr>\n_S,1O\u{18}2\rrW\\O5fuU.#\
        \u{2}{PI\u{1b}B]k3^~rG'w\u{1f}?~C\u{13}g^v1 YM==\u{21}u,\u{3}\0\u{11}1\u{1f}{&\n\u{e}&bQ\
        \u{3}U-\u{1b}\u{2}-@\u{13}(+BS\u{b}}E\"]q\u{2}\u{7f})z\u{8}QHd5\n9>E&Yz{l+XU*f|1U\u{4}-[sg\
        hy\u{7f}OgO\u{1c}VR#\u{1f}ic\u{5}W5\u{12}U,S6hd\u{2}j_\u{14}D&2IVC\u{5}\u{11}z]Zd:iy<\
        \u{1a}7\u{18}Mz\u{16}T]0zQnB\\\u{1c}?\r\u{21}Y\u{1f}m\\+=B\u{21}Y\u{16}\"D*&P>s)o%C\r\r<_N\
        X8\u{1f}V\t\t\u{c}\u{b}\u{1f}{-\u{13}\u{16}E]\u{15}G&`b\u{1c}(bCc\u{17}n5_\0C+\u{17}HLp\
        \u{7f}K3S+\u{21}n,g[n\u{10}\u{16}\u{1e}\u{18}``5\u{7f}eY\0C\u{1e}^Sv2\u{7}%hf\t_s{\u{8}IY\
        \u{21}\u{17}lC%1kRy-3\u{8}\n1J\n\u{7f}rbc/\n-{\u{18}`'B,C+B/R_1\u{15}rj-Y[ D\u{2},\u{c}\
        \u{11}\u{1c}l@\u{5}\u{16}3\u{14}\0Y#.h`Q~aG\u{8}[\u{13}po:9*\u{12}ru3T\u{7}~\u{17}._yzA\
        \u{21}U(b2*OU'\\/\ry\u{14}N\u{6}|5%r\u{16}6uMM*T5Mw c\u{1d}\u{f}\u{15}oKOGvH{\u{10}\u{7f}\
        \u{c}\u{6}c\r/ER\u{7}\u{15}bw\u{1c})\u{15}\nMBr8e;Cj`S\u{e}yU\u{1}>aoTw'ubV[\u{3}=[{vULi\
        \u{1d}j\u{15}1\u{1e}.WbdW.\u{5}rSW\u{15}F/\t[i=C~o\n\u{10}hCXJUew9\u{15}\u{7}Ha9ws0\\\
        \u{19}*\u{11}:Wf,O\u{15}9i;kh9D\u{14}\u{6}+k\u{1f}MZgt=K4e,\u{1}\0E5y\u{21}$ O\u{2}y\u{8}Q\
        c1\n\u{6} \0=,\09\u{12}@\\\u{16}5\u{14}f0N&>f>Lkc:tVv\u{c}\u{12}E-\u{12}z\u{21}Svs\\k=\
        \u{e}\u{16}j\u{17}w \\=w\u{15}O\u{b}X|i\u{4}Q}\u{4}I\u{6}Opijw\u{14}\u{11}H2u\u{e}/2d>\
        \u{7}#$mmof5oh52z84\u{12}\"\u{18}.X\rQ\u{c}]kI|\rYA7m\n\\QT)U1p<\u{11}tb(9:J\u{2}:QDtG\
        \u{21}L\u{12}SV@#\u{19}\u{17}SO9\u{5}A\r2\u{10}SW\u{3}\nX\u{16}.AqL>\u{19}s{\r%GKg\u{4}gXL\
        sx`rP\u{8}r V\u{15}\u{5}@T]O\u{5}>\u{1d}n/I.\u{15}g\u{7f}>h}QkB\u{1d}]g\u{1c}\u{5}6/#\
        \u{1b}`\u{c}n\u{19}hs=\u{14}\u{5};\t:dn.J\nMP[~9u\u{c}DU\u{14}b\u{1a}\u{6}W_Hr\u{1a}\u{4}\
        \u{7f}tlQSosdp5uW\u{4} \"&\u{7f}oU+?-Yr?\u{17}\u{e}*ZQp<)-`\u{1b}6w[%AUz\u{7}\u{14}6\u{5}W\
        8J8VMCeG#Fe\u{b}t\u{e}-GN\u{b}'5\u{1c}sLxi6bV\u{13}\u{14}\u{1f}:J<\u{1f}28+  \nn\u{16}e\
        \u{21}{9I{?SP|ac\u{17}\u{1e}e<-:teB]g-\u{b}v}q0$%aq\u{c}|\u{7f}\0
        """
}
